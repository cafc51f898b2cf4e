package cn.sunlot.catalog.domain;

import static cn.sunlot.catalog.domain.TableNotation.DEEPER;
import static cn.sunlot.catalog.domain.TableNotation.PART;

import cn.sunlot.checklist.Column;
import cn.sunlot.checklist.Condition;
import cn.sunlot.checklist.Criterion;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.DefinitionError;
import cn.sunlot.checklist.DefinitionRules;
import cn.sunlot.checklist.Outcome;
import cn.sunlot.checklist.Outcome.Consequence;
import cn.sunlot.checklist.Question;
import cn.sunlot.checklist.Question.Basis;
import cn.sunlot.checklist.QuestionKind;
import cn.sunlot.checklist.Section;
import cn.sunlot.kernel.Lifecycle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link TableNotation} writes, or people filled in; every mistake with row and column.
 */
public final class TableReader {

  private static final List<String> KINDS =
      Arrays.stream(QuestionKind.values()).map(Lifecycle::wireName).toList();
  private static final List<String> CONSEQUENCES =
      Arrays.stream(Outcome.ConsequenceKind.values()).map(Lifecycle::wireName).toList();
  private static final List<String> WAYS =
      List.of("is", "in", "greater", "less", "atLeast", "atMost", "answered", "unanswered");
  private static final List<String> CONFORM = List.of("conform", "not-conform", "not-applicable");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  /** A row of the file: its number there, and its cells. */
  public record Line(long number, Map<TableColumn, String> cells) {

    String cell(TableColumn column) {
      return cells.getOrDefault(column, "");
    }
  }

  /** A mistake in a cell. */
  public record Mistake(
      long row, TableColumn column, String value, String key, List<String> arguments) {}

  /** What was read; the definition is of use only where nothing is wrong. */
  public record Read(Definition definition, List<Mistake> mistakes) {}

  private final TableWords words;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, String> kinds = new HashMap<>();
  private Line line = new Line(0, Map.of());

  private TableReader(TableWords words) {
    this.words = words;
  }

  public static Read read(List<Line> lines, TableWords words) {
    return new TableReader(words).read(lines);
  }

  private Read read(List<Line> lines) {
    for (Line each : lines) {
      kinds.putIfAbsent(
          each.cell(TableColumn.CODE),
          words.read(each.cell(TableColumn.KIND), "checklist.kind.", KINDS).orElse(""));
    }
    String title = "";
    List<Section> sections = new ArrayList<>();
    List<List<Line>> from = new ArrayList<>();
    for (Line each : lines) {
      line = each;
      String row =
          word(TableColumn.ROW, "catalog.table.row.", List.of("checklist", "section", "question"));
      if (row.equals("checklist")) {
        title = each.cell(TableColumn.TEXT);
      } else if (row.equals("section")) {
        sections.add(
            new Section(each.cell(TableColumn.TEXT), condition(TableColumn.SHOW_IF), List.of()));
        from.add(new ArrayList<>(List.of(each)));
      } else if (row.equals("question") && sections.isEmpty()) {
        wrong(TableColumn.ROW, row, "catalog.table.wrong.section-first");
      } else if (row.equals("question")) {
        Section last = sections.remove(sections.size() - 1);
        List<Question> questions = new ArrayList<>(last.questions());
        questions.add(question());
        sections.add(new Section(last.title(), last.showIf(), questions));
        from.get(from.size() - 1).add(each);
      }
    }
    Definition definition = Definition.of(title, sections);
    if (mistakes.isEmpty()) {
      judge(definition, lines.isEmpty() ? 0 : lines.get(0).number(), from);
    }
    return new Read(definition, List.copyOf(mistakes));
  }

  private void judge(Definition definition, long first, List<List<Line>> from) {
    for (DefinitionError error : DefinitionRules.errors(definition)) {
      TableColumn column = column(error);
      Line at = error.section() < 0 ? null : from.get(error.section()).get(error.question() + 1);
      mistakes.add(
          new Mistake(
              at == null ? first : at.number(),
              column,
              at == null ? "" : at.cell(column),
              "checklist.wrong." + error.key(),
              error.arguments()));
    }
  }

  private static TableColumn column(DefinitionError error) {
    String field = error.field().replaceFirst("\\..*", "");
    return Arrays.stream(TableColumn.values())
        .filter(c -> c.field().equals(field))
        .findFirst()
        .orElse(TableColumn.TEXT);
  }

  private void wrong(TableColumn column, String value, String key, String... arguments) {
    mistakes.add(new Mistake(line.number(), column, value, key, List.of(arguments)));
  }

  private String word(TableColumn column, String prefix, List<String> names) {
    return word(column, line.cell(column), prefix, names);
  }

  private String word(TableColumn column, String said, String prefix, List<String> names) {
    return words
        .read(said, prefix, names)
        .orElseGet(
            () -> {
              wrong(
                  column,
                  said,
                  "catalog.table.wrong.word",
                  said,
                  String.join("、", names.stream().map(n -> words.of(prefix + n)).toList()));
              return "";
            });
  }

  private boolean yes(TableColumn column, String said) {
    return !said.isBlank()
        && word(column, said, "catalog.table.yes.", List.of("true", "false")).equals("true");
  }

  private @Nullable String orNull(TableColumn column) {
    String cell = line.cell(column).strip();
    return cell.isEmpty() ? null : cell;
  }

  private @Nullable Integer whole(TableColumn column, String said) {
    if (said.isBlank()) {
      return null;
    }
    if (!WHOLE.matcher(said.strip()).matches()) {
      wrong(column, said, "catalog.table.wrong.whole", said);
      return null;
    }
    return Integer.valueOf(said.strip());
  }

  private List<String> lines(TableColumn column) {
    return line.cell(column).lines().filter(l -> !l.isBlank()).toList();
  }

  private Question question() {
    String kind = word(TableColumn.KIND, "checklist.kind.", KINDS);
    return new Question(
        line.cell(TableColumn.CODE),
        kind,
        line.cell(TableColumn.TEXT),
        line.cell(TableColumn.METHOD),
        yes(TableColumn.REQUIRED, line.cell(TableColumn.REQUIRED)),
        condition(TableColumn.REQUIRED_IF),
        condition(TableColumn.SHOW_IF),
        lines(TableColumn.CHOICES),
        line.cell(TableColumn.UNIT),
        orNull(TableColumn.MIN),
        orNull(TableColumn.MAX),
        whole(TableColumn.PHOTOS, line.cell(TableColumn.PHOTOS)),
        lines(TableColumn.COLUMNS).stream().map(this::column).toList(),
        whole(TableColumn.MIN_ROWS, line.cell(TableColumn.MIN_ROWS)),
        whole(TableColumn.MAX_ROWS, line.cell(TableColumn.MAX_ROWS)),
        line.cell(TableColumn.STANDARD),
        lines(TableColumn.BASIS).stream().map(TableReader::basis).toList(),
        lines(TableColumn.OUTCOMES).stream().map(l -> outcome(kind, l)).toList());
  }

  private static List<String> parts(String text) {
    return List.of(text.split(PART, -1));
  }

  private static String part(List<String> parts, int at) {
    return at < parts.size() ? parts.get(at) : "";
  }

  private static Basis basis(String text) {
    List<String> parts = parts(text);
    return new Basis(part(parts, 0), part(parts, 1));
  }

  private Column column(String text) {
    List<String> parts = parts(text);
    String min = part(parts, 5);
    String max = part(parts, 6);
    return new Column(
        part(parts, 0),
        part(parts, 1),
        word(TableColumn.COLUMNS, part(parts, 2), "checklist.kind.", KINDS),
        yes(TableColumn.COLUMNS, part(parts, 3)),
        parts.size() > 7 ? parts.subList(7, parts.size()) : List.of(),
        part(parts, 4),
        min.isEmpty() ? null : min,
        max.isEmpty() ? null : max);
  }

  private Outcome outcome(String kind, String text) {
    List<String> parts = parts(text);
    String then =
        word(TableColumn.OUTCOMES, part(parts, 1), "checklist.consequence-kind.", CONSEQUENCES);
    return new Outcome(
        parts.size() > 6
            ? criterion(TableColumn.OUTCOMES, kind, parts.subList(6, parts.size()))
            : null,
        yes(TableColumn.OUTCOMES, part(parts, 0)),
        part(parts, 5),
        new Consequence(
            then, whole(TableColumn.OUTCOMES, part(parts, 2)), part(parts, 3), part(parts, 4)));
  }

  private Criterion criterion(TableColumn column, String kind, List<String> parts) {
    Map<String, String> found = new HashMap<>();
    List<String> in = null;
    Boolean answered = null;
    int at = 0;
    while (at < parts.size()) {
      String way = word(column, parts.get(at), "catalog.table.way.", WAYS);
      at++;
      if (way.isEmpty()) {
        break;
      }
      if (way.equals("in")) {
        in = parts.subList(at, parts.size()).stream().map(v -> value(kind, v)).toList();
        break;
      }
      if (way.equals("answered") || way.equals("unanswered")) {
        answered = way.equals("answered");
      } else {
        found.put(way, value(kind, part(parts, at)));
        at++;
      }
    }
    return new Criterion(
        found.get("is"),
        in,
        found.get("greater"),
        found.get("less"),
        found.get("atLeast"),
        found.get("atMost"),
        answered);
  }

  private String value(@Nullable String kind, String said) {
    return "conform".equals(kind)
        ? words.read(said, "checklist.value.", CONFORM).orElse(said)
        : said;
  }

  private @Nullable Condition condition(TableColumn column) {
    List<String> lines = lines(column);
    if (lines.isEmpty()) {
      return null;
    }
    int[] at = {0};
    Condition condition = condition(column, lines, at, 0);
    if (at[0] < lines.size()) {
      wrong(column, lines.get(at[0]), "catalog.table.wrong.condition", lines.get(at[0]));
    }
    return condition;
  }

  /** The condition that begins at this line, with the lines that are moved in below it. */
  private Condition condition(TableColumn column, List<String> lines, int[] at, int depth) {
    String text = lines.get(at[0]++).substring(depth);
    var group = words.read(text, "catalog.table.group.", List.of("all", "any", "not"));
    if (group.isEmpty()) {
      List<String> parts = parts(text);
      String code = parts.get(0).strip();
      return Condition.of(
          code, criterion(column, kinds.getOrDefault(code, ""), parts.subList(1, parts.size())));
    }
    List<Condition> inside = new ArrayList<>();
    while (at[0] < lines.size() && lines.get(at[0]).startsWith(DEEPER.repeat(depth + 1))) {
      inside.add(condition(column, lines, at, depth + 1));
    }
    if (inside.isEmpty() || (group.get().equals("not") && inside.size() > 1)) {
      wrong(column, text, "catalog.table.wrong.condition", text);
      return Condition.allOf();
    }
    return switch (group.get()) {
      case "all" -> Condition.allOf(inside.toArray(Condition[]::new));
      case "any" -> Condition.anyOf(inside.toArray(Condition[]::new));
      default -> Condition.notThat(inside.get(0));
    };
  }
}
