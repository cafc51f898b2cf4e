package cn.sunlot.checklist;

import java.util.List;

/**
 * Something that is wrong in a definition.
 *
 * @param section its place from 0, or -1 for the checklist as a whole
 * @param question its place in the section from 0, or -1 for the section itself
 * @param field of it, e.g. {@code outcomes.0.consequence.days}
 * @param key of its text: {@code checklist.wrong.<key>}, the way out under {@code <key>.fix}
 */
public record DefinitionError(
    int section, int question, String field, String key, List<String> arguments) {}
