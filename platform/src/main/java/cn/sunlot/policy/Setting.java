package cn.sunlot.policy;

import java.util.List;

/**
 * Who set one value of a rule.
 *
 * @param rule name of the rule as in the files, e.g. {@code annual-cap}
 * @param field name of the value inside the rule, e.g. {@code max}; "" for a rule that is one value
 * @param profileId id of the profile that set it
 * @param clauses ids of the clauses that it names for it
 * @param json the value as in the file, as JSON
 */
public record Setting(
    String rule, String field, String profileId, List<String> clauses, String json) {

  public Setting {
    clauses = List.copyOf(clauses);
  }
}
