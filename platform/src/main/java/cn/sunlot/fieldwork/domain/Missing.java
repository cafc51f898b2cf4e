package cn.sunlot.fieldwork.domain;

import cn.sunlot.policy.Rule;
import java.util.List;

/**
 * Something that a record lacks: the field on the screen, the key of the text that says what, and
 * the clauses that ask for it.
 */
public record Missing(String field, String key, List<String> arguments, List<String> clauses) {

  static Missing of(String field, String key, Rule<?> rule) {
    return new Missing(field, "fieldwork.missing." + key, List.of(), rule.clauses());
  }

  static Missing answer(String field, String key, List<String> arguments, Rule<?> rule) {
    return new Missing(field, key, arguments, rule.clauses());
  }
}
