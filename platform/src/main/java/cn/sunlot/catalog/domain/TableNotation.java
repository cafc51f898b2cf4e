package cn.sunlot.catalog.domain;

import cn.sunlot.checklist.Column;
import cn.sunlot.checklist.Condition;
import cn.sunlot.checklist.Criterion;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.Outcome;
import cn.sunlot.checklist.Question;
import cn.sunlot.checklist.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A checklist as rows of a spreadsheet: one for its title, one for each section, one for each
 * question. What a cell holds several of stands in lines, the parts of a line between {@code ｜};
 * conditions in groups are moved in by {@code —}.
 */
public final class TableNotation {

  static final String PART = "｜";
  static final String DEEPER = "—";
  static final List<String> BOUNDS = List.of("greater", "less", "atLeast", "atMost");

  private final TableWords words;
  private final Map<String, Question> questions = new HashMap<>();

  private TableNotation(TableWords words, Definition definition) {
    this.words = words;
    definition.questions().forEach(q -> questions.putIfAbsent(q.code(), q));
  }

  /** All rows, a cell for each column. */
  public static List<List<String>> rows(Definition definition, TableWords words) {
    var notation = new TableNotation(words, definition);
    List<List<String>> rows = new ArrayList<>();
    rows.add(notation.row("checklist", Map.of(TableColumn.TEXT, definition.title())));
    for (Section section : definition.sections()) {
      rows.add(
          notation.row(
              "section",
              Map.of(
                  TableColumn.TEXT,
                  section.title(),
                  TableColumn.SHOW_IF,
                  notation.condition(section.showIf()))));
      section.questions().forEach(q -> rows.add(notation.row("question", notation.cells(q))));
    }
    return rows;
  }

  private List<String> row(String kind, Map<TableColumn, String> cells) {
    return Arrays.stream(TableColumn.values())
        .map(
            c ->
                c == TableColumn.ROW
                    ? words.of("catalog.table.row." + kind)
                    : cells.getOrDefault(c, ""))
        .toList();
  }

  private Map<TableColumn, String> cells(Question q) {
    Map<TableColumn, String> cells = new EnumMap<>(TableColumn.class);
    cells.put(TableColumn.CODE, q.code());
    cells.put(TableColumn.TEXT, q.text());
    cells.put(TableColumn.KIND, words.of("checklist.kind." + q.kind()));
    cells.put(TableColumn.REQUIRED, yes(q.required()));
    cells.put(TableColumn.CHOICES, String.join("\n", q.choices()));
    cells.put(TableColumn.UNIT, q.unit());
    cells.put(TableColumn.MIN, orEmpty(q.min()));
    cells.put(TableColumn.MAX, orEmpty(q.max()));
    cells.put(TableColumn.PHOTOS, orEmpty(q.photos()));
    cells.put(TableColumn.COLUMNS, lines(q.columns().stream().map(this::column).toList()));
    cells.put(TableColumn.MIN_ROWS, orEmpty(q.minRows()));
    cells.put(TableColumn.MAX_ROWS, orEmpty(q.maxRows()));
    cells.put(TableColumn.METHOD, q.method());
    cells.put(TableColumn.STANDARD, q.standard());
    cells.put(TableColumn.OUTCOMES, lines(q.outcomes().stream().map(o -> outcome(q, o)).toList()));
    cells.put(
        TableColumn.BASIS,
        lines(q.basis().stream().map(b -> parts(List.of(b.law(), b.article()))).toList()));
    cells.put(TableColumn.SHOW_IF, condition(q.showIf()));
    cells.put(TableColumn.REQUIRED_IF, condition(q.requiredIf()));
    return cells;
  }

  private String yes(boolean on) {
    return words.of("catalog.table.yes." + on);
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }

  /** Parts of a line; the last ones that are empty are left out. */
  private static String parts(List<String> parts) {
    int end = parts.size();
    while (end > 1 && parts.get(end - 1).isEmpty()) {
      end--;
    }
    return String.join(PART, parts.subList(0, end));
  }

  private String column(Column c) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                c.code(),
                c.title(),
                words.of("checklist.kind." + c.kind()),
                yes(c.required()),
                c.unit(),
                orEmpty(c.min()),
                orEmpty(c.max())));
    parts.addAll(c.choices());
    return parts(parts);
  }

  private String outcome(Question q, Outcome o) {
    var then = o.consequence();
    List<String> parts =
        new ArrayList<>(
            List.of(
                yes(o.problem()),
                words.of("checklist.consequence-kind." + then.kind()),
                orEmpty(then.days()),
                then.to(),
                then.text(),
                o.standard()));
    if (o.when() != null) {
      parts.addAll(criterion(q, o.when()));
    }
    return parts(parts);
  }

  /** Comparisons and values in turn; the one with several values stands last. */
  private List<String> criterion(@Nullable Question q, Criterion criterion) {
    List<String> parts = new ArrayList<>();
    if (criterion.is() != null) {
      parts.addAll(List.of(comparison("is"), value(q, criterion.is())));
    }
    List<@Nullable String> bounds =
        Arrays.asList(
            criterion.greater(), criterion.less(), criterion.atLeast(), criterion.atMost());
    for (int i = 0; i < bounds.size(); i++) {
      String bound = bounds.get(i);
      if (bound != null) {
        parts.addAll(List.of(comparison(BOUNDS.get(i)), bound));
      }
    }
    if (criterion.answered() != null) {
      parts.add(comparison(criterion.answered() ? "answered" : "unanswered"));
    }
    if (criterion.in() != null) {
      parts.add(comparison("in"));
      criterion.in().forEach(v -> parts.add(value(q, v)));
    }
    return parts;
  }

  private String comparison(String name) {
    return words.of("catalog.table.way." + name);
  }

  private String value(@Nullable Question q, String value) {
    return q != null && q.kind().equals("conform") ? words.of("checklist.value." + value) : value;
  }

  private String condition(@Nullable Condition condition) {
    return condition == null
        ? ""
        : condition(condition, 0).stream().collect(Collectors.joining("\n"));
  }

  private List<String> condition(Condition c, int depth) {
    String in = DEEPER.repeat(depth);
    List<String> lines = new ArrayList<>();
    if (c.question() != null) {
      List<String> parts = new ArrayList<>(List.of(in + c.question()));
      parts.addAll(criterion(questions.get(c.question()), c.criterion()));
      lines.add(parts(parts));
      return lines;
    }
    if (c.not() != null) {
      lines.add(in + words.of("catalog.table.group.not"));
      lines.addAll(condition(c.not(), depth + 1));
      return lines;
    }
    List<Condition> all = c.all();
    List<Condition> any = c.any();
    lines.add(in + words.of("catalog.table.group." + (all != null ? "all" : "any")));
    for (Condition part : all != null ? all : any == null ? List.<Condition>of() : any) {
      lines.addAll(condition(part, depth + 1));
    }
    return lines;
  }
}
