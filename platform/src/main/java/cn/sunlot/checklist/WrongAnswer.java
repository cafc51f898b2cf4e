package cn.sunlot.checklist;

import java.util.List;

/**
 * An answer that cannot be taken.
 *
 * @param question its code
 * @param row of a table, from 1; 0 elsewhere
 * @param column code of the cell's column, or ""
 * @param key of its text: {@code checklist.answer.<key>}
 */
public record WrongAnswer(
    String question, int row, String column, String key, List<String> arguments) {}
