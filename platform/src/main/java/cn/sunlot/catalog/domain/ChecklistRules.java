package cn.sunlot.catalog.domain;

import cn.sunlot.catalog.Catalog.Checklist.Question;
import cn.sunlot.catalog.Catalog.Checklist.Section;
import cn.sunlot.kernel.WrongValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a checklist must say: content, what counts as a problem, what follows (TZ-28). */
public final class ChecklistRules {

  public static final Set<String> KINDS = Set.of("conform", "choice", "number", "text");

  private ChecklistRules() {}

  /** Wrong values; rows count the questions over all sections, from 1. */
  public static List<WrongValue> wrong(String title, List<Section> sections) {
    List<WrongValue> wrong = new ArrayList<>();
    if (title.isBlank()) {
      wrong.add(WrongValue.of("title", title, "catalog.field.required"));
    }
    Set<String> codes = new HashSet<>();
    int row = 0;
    for (Section section : sections) {
      if (section.title().isBlank() || section.questions().isEmpty()) {
        wrong.add(WrongValue.of("sections", section.title(), "catalog.field.section-empty"));
      }
      for (Question question : section.questions()) {
        row++;
        for (WrongValue each : wrong(question, codes)) {
          wrong.add(each.inRow(row));
        }
      }
    }
    return wrong;
  }

  private static List<WrongValue> wrong(Question question, Set<String> codes) {
    List<WrongValue> wrong = new ArrayList<>();
    if (question.code().isBlank()) {
      wrong.add(WrongValue.of("code", question.code(), "catalog.field.required"));
    } else if (!codes.add(question.code())) {
      wrong.add(WrongValue.of("code", question.code(), "catalog.field.code-twice"));
    }
    if (question.text().isBlank()) {
      wrong.add(WrongValue.of("text", question.text(), "catalog.field.required"));
    }
    if (question.standard().isBlank()) {
      wrong.add(WrongValue.of("standard", question.standard(), "catalog.field.required"));
    }
    if (!KINDS.contains(question.kind())) {
      wrong.add(WrongValue.of("kind", question.kind(), "catalog.field.question-kind"));
    }
    boolean choice = question.kind().equals("choice");
    if (choice ? new HashSet<>(question.choices()).size() < 2 : !question.choices().isEmpty()) {
      wrong.add(
          WrongValue.of("choices", String.join("、", question.choices()), "catalog.field.choices"));
    }
    return wrong;
  }
}
