package cn.sunlot.fieldwork.web;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.checklist.Answers;
import cn.sunlot.checklist.ChecklistWords;
import cn.sunlot.checklist.Column;
import cn.sunlot.checklist.Question;
import cn.sunlot.checklist.QuestionKind;
import cn.sunlot.fieldwork.web.PrintedChecklist.Box;
import cn.sunlot.fieldwork.web.PrintedChecklist.Cells;
import cn.sunlot.fieldwork.web.PrintedChecklist.Line;
import cn.sunlot.fieldwork.web.PrintedChecklist.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a checklist and its answers into the words of a paper (TZ-28). */
@Component
class ChecklistPrinter {

  private static final int BLANK_ROWS = 3;

  private final ChecklistWords words;

  ChecklistPrinter(ChecklistWords words) {
    this.words = words;
  }

  PrintedChecklist print(Checklist checklist, Answers given, Locale locale) {
    return new PrintedChecklist(
        checklist.title(),
        checklist.version(),
        checklist.sections().stream()
            .map(
                s ->
                    new Part(
                        s.title(),
                        s.showIf() == null
                            ? ""
                            : words.text(
                                "condition.show", locale, words.condition(s.showIf(), locale)),
                        s.questions().stream().map(q -> line(q, given, locale)).toList()))
            .toList());
  }

  private Line line(Question q, Answers given, Locale locale) {
    QuestionKind kind = q.kindOrThrow();
    String one = given.answers().getOrDefault(q.code(), "");
    return new Line(
        q.code(),
        q.text(),
        kind != QuestionKind.INFORMATION,
        q.required(),
        conditions(q, locale),
        notes(q, locale),
        boxes(q, given, locale),
        hint(q, given, locale),
        boxed(kind) ? "" : one,
        kind == QuestionKind.LONG_TEXT || kind == QuestionKind.TEXT,
        kind == QuestionKind.TABLE ? cells(q, given, locale) : null,
        given.remarks().getOrDefault(q.code(), ""));
  }

  private static boolean boxed(QuestionKind kind) {
    return kind == QuestionKind.CONFORM || kind == QuestionKind.CHOICE;
  }

  private List<String> conditions(Question q, Locale locale) {
    List<String> said = new ArrayList<>();
    if (q.showIf() != null) {
      said.add(words.text("condition.show", locale, words.condition(q.showIf(), locale)));
    }
    if (q.requiredIf() != null) {
      said.add(words.text("condition.require", locale, words.condition(q.requiredIf(), locale)));
    }
    return said;
  }

  private List<String> notes(Question q, Locale locale) {
    List<String> notes = new ArrayList<>();
    note(notes, "method", q.method(), locale);
    note(notes, "standard", q.standard(), locale);
    note(notes, "basis", words.basis(q, locale), locale);
    words.outcomes(q, locale).forEach(o -> note(notes, "consequence", o, locale));
    return notes;
  }

  private void note(List<String> notes, String key, String text, Locale locale) {
    if (!text.isBlank()) {
      notes.add(words.text("colon", locale, words.text("fill." + key, locale), text));
    }
  }

  private List<Box> boxes(Question q, Answers given, Locale locale) {
    List<String> chosen = given.several().getOrDefault(q.code(), List.of());
    String one = given.answers().getOrDefault(q.code(), "");
    return switch (q.kindOrThrow()) {
      case CONFORM ->
          Stream.of("conform", "not-conform", "not-applicable")
              .map(c -> new Box(c.equals(one), words.value(c, locale)))
              .toList();
      case CHOICE -> q.choices().stream().map(c -> new Box(c.equals(one), c)).toList();
      case CHOICES -> q.choices().stream().map(c -> new Box(chosen.contains(c), c)).toList();
      case PHOTO -> List.of(photos(q, chosen.size(), locale));
      case NUMBER, TEXT, LONG_TEXT, DATE, TABLE, INFORMATION -> List.of();
    };
  }

  private Box photos(Question q, int taken, Locale locale) {
    int wanted = q.photos() == null ? 1 : q.photos();
    return new Box(
        taken >= wanted,
        words.text("fill.photos", locale, String.valueOf(taken), String.valueOf(wanted)));
  }

  private String hint(Question q, Answers given, Locale locale) {
    return switch (q.kindOrThrow()) {
      case NUMBER -> bounds(q.unit(), q.min(), q.max(), locale);
      case DATE ->
          given.answers().getOrDefault(q.code(), "").isEmpty()
              ? words.text("paper.date", locale)
              : "";
      default -> "";
    };
  }

  private String bounds(String unit, @Nullable String min, @Nullable String max, Locale locale) {
    String range = "";
    if (min != null && max != null) {
      range = words.text("fill.range", locale, min, max);
    } else if (min != null) {
      range = words.text("fill.atLeast", locale, min);
    } else if (max != null) {
      range = words.text("fill.atMost", locale, max);
    }
    return range.isEmpty() ? unit : words.text("paper.unit", locale, unit, range);
  }

  /** Rows as answered, or room for some. */
  private Cells cells(Question q, Answers given, Locale locale) {
    List<String> heads = q.columns().stream().map(c -> head(c, locale)).toList();
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, String> row : given.rows().getOrDefault(q.code(), List.of())) {
      rows.add(
          q.columns().stream()
              .map(c -> words.value(row.getOrDefault(c.code(), ""), locale))
              .toList());
    }
    int room = q.minRows() == null ? BLANK_ROWS : Math.max(BLANK_ROWS, q.minRows());
    if (rows.isEmpty()) {
      for (int i = 0; i < room; i++) {
        rows.add(Collections.nCopies(heads.size(), " "));
      }
    }
    return new Cells(heads, rows);
  }

  private String head(Column column, Locale locale) {
    String hint =
        column.kind().equals("number")
            ? bounds(column.unit(), column.min(), column.max(), locale)
            : String.join("/", column.choices());
    return hint.isEmpty() ? column.title() : words.text("paper.head", locale, column.title(), hint);
  }
}
