package cn.sunlot.catalog.domain;

import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.DefinitionError;
import cn.sunlot.checklist.DefinitionRules;
import cn.sunlot.kernel.WrongValue;
import java.util.List;

/** What a checklist must say: content, what counts as a problem, what follows (TZ-28). */
public final class ChecklistRules {

  private ChecklistRules() {}

  /** Wrong values; rows count the questions over all sections, from 1. */
  public static List<WrongValue> wrong(Definition definition) {
    return DefinitionRules.errors(definition).stream().map(e -> value(definition, e)).toList();
  }

  /** A mistake as a wrong value: of a question in its row, of a section by its place. */
  static WrongValue value(Definition definition, DefinitionError error) {
    String key = "checklist.wrong." + error.key();
    if (error.question() >= 0) {
      int before =
          definition.sections().subList(0, error.section()).stream()
              .mapToInt(s -> s.questions().size())
              .sum();
      return new WrongValue(
          before + error.question() + 1, error.field(), null, key, error.arguments());
    }
    String field =
        error.section() < 0 ? error.field() : "sections." + error.section() + "." + error.field();
    return new WrongValue(null, field, null, key, error.arguments());
  }
}
