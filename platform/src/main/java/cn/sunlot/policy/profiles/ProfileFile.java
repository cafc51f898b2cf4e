package cn.sunlot.policy.profiles;

import cn.sunlot.policy.Binding;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Numbering;
import cn.sunlot.policy.Texts;
import cn.sunlot.policy.Validity;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One profile file as it was read.
 *
 * @param name how messages name it
 * @param text the file
 */
public record ProfileFile(String name, String text, Content content) {

  /** What a draft is called. */
  public static final String DRAFT = "征求意见稿";

  private static final Pattern CLAUSE = Pattern.compile("[A-Z]+-[A-Z]?[0-9]+(\\.[0-9]+)*");

  /**
   * What a file says.
   *
   * @param inherits id of the profile whose values hold where this one is silent
   * @param superior id of the profile whose values prevail over this one's (TZ-42, ZB-21.2)
   * @param numbering how the document counts its provisions; null for articles
   * @param draft true for a regulation that is a draft: its names say so
   * @param appliesTo to which inspections its values apply: {@code joint} where it speaks of those
   *     alone; null for all
   * @param authority for whom it was made: a county's file refines that of its city (TZ-43)
   */
  public record Content(
      String id,
      String version,
      @Nullable String inherits,
      @Nullable String superior,
      Texts title,
      Texts citedAs,
      String clausePrefix,
      @Nullable Numbering numbering,
      @Nullable Boolean draft,
      @Nullable Validity valid,
      @Nullable Inspections appliesTo,
      @Nullable Binding authority,
      Map<String, Entry> rules) {}

  /**
   * What a file says of one rule.
   *
   * @param clauses clauses on which its values rest
   * @param clausesOf other clauses for single values
   * @param set the value, or the values by name
   */
  public record Entry(
      List<String> clauses, @Nullable Map<String, List<String>> clausesOf, JsonNode set) {

    List<String> clausesOf(String field) {
      return clausesOf == null ? clauses : clausesOf.getOrDefault(field, clauses);
    }
  }

  public String id() {
    return content.id();
  }

  /**
   * Refuses what the types alone do not: names, and clauses that are missing or of another
   * document.
   */
  ProfileFile check() {
    require(content.id().matches("[a-z0-9_]{1,64}"), "id", content.id(), "Use a-z, 0-9 and _.");
    require(!content.version().isBlank(), "version", content.version(), "Write a version: \"1\".");
    require(
        content.clausePrefix().matches("[A-Z]+"),
        "clause-prefix",
        content.clausePrefix(),
        "Use the capital letters before the - of its clauses, e.g. ZB.");
    if (Boolean.TRUE.equals(content.draft())) {
      demandNamedAsDraft("title", content.title());
      demandNamedAsDraft("cited-as", content.citedAs());
    }
    // The day of issue stands on the document; a last day is one that an article sets.
    if (content.valid() != null
        && (content.valid().to() != null || !content.valid().clauses().isEmpty())) {
      checkClauses("valid.clauses", content.valid().clauses());
    }
    content.rules().forEach(this::checkRule);
    return this;
  }

  /** Whatever page or paper names the rules says then that they are a draft. */
  private void demandNamedAsDraft(String key, Texts name) {
    require(name.zh().contains(DRAFT), key + ".zh", name.zh(), "Write 征求意见稿 into it.");
    require(name.en().contains("draft"), key + ".en", name.en(), "Write draft into it.");
  }

  private void checkRule(String rule, Entry entry) {
    checkClauses("rules." + rule + ".clauses", entry.clauses());
    if (entry.clausesOf() != null) {
      entry
          .clausesOf()
          .forEach(
              (field, clauses) -> {
                String key = "rules." + rule + ".clauses-of." + field;
                require(entry.set().has(field), key, field, "Name a value that stands under set.");
                checkClauses(key, clauses);
              });
    }
  }

  private void checkClauses(String key, List<String> clauses) {
    if (clauses.isEmpty()) {
      throw new ProfileFileProblem(
          name, key, "[]", "no clause", "Name the clause on which the value rests.");
    }
    for (String clause : clauses) {
      require(
          CLAUSE.matcher(clause).matches() && clause.startsWith(content.clausePrefix() + "-"),
          key,
          clause,
          "Write a clause of this profile's own document: "
              + content.clausePrefix()
              + "-<number>.");
    }
  }

  private void require(boolean right, String key, String value, String now) {
    if (!right) {
      throw new ProfileFileProblem(name, key, value, "not usable here", now);
    }
  }
}
