package cn.sunlot.imports.domain;

import cn.sunlot.imports.Cells;
import cn.sunlot.imports.Field;
import cn.sunlot.sheets.Change;
import cn.sunlot.sheets.Mistake;
import cn.sunlot.sheets.Normalised;
import cn.sunlot.sheets.Problem;
import cn.sunlot.sheets.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of a row under an assignment of columns. */
public final class RowCells implements Cells {

  /** What blanks do to a cell is not worth a word. */
  private static final Set<Change.Kind> SILENT =
      Set.of(Change.Kind.TRIMMED, Change.Kind.BLANKS_JOINED, Change.Kind.BLANKS_REMOVED);

  private final Row row;
  private final Map<String, Integer> columns;
  private final Map<String, String> texts = new HashMap<>();
  private final List<Issue> issues = new ArrayList<>(0);
  private boolean refused;

  /**
   * Reads the cells.
   *
   * @param columns field → number of its column
   */
  public RowCells(Row row, List<Field> fields, Map<String, Integer> columns) {
    this.row = row;
    this.columns = columns;
    Optional<Problem> whole = row.problem(Problem.NO_COLUMN);
    if (whole.isPresent()) {
      unreadable("", whole.get(), false);
      return;
    }
    for (Field field : fields) {
      Integer column = columns.get(field.name());
      if (column != null) {
        read(field, column);
      }
    }
  }

  private void read(Field field, int column) {
    if (!row.problems().isEmpty()) {
      Optional<Problem> problem = row.problem(column);
      if (problem.isPresent()) {
        unreadable(field.name(), problem.get(), !field.required());
        return;
      }
    }
    String raw = row.text(column);
    Normalised normal = field.code() ? Normalised.ofCode(raw) : Normalised.ofText(raw);
    if (!normal.text().isEmpty()) {
      texts.put(field.name(), normal.text());
    }
    for (Change change : normal.changes()) {
      if (!SILENT.contains(change.kind())) {
        note(field.name(), column, change);
      }
    }
  }

  private void note(String field, int column, Change change) {
    Mistake mistake = Mistake.of(column, change);
    var sentences = new Issue.Sentences(mistake.problem(), mistake.wayOut());
    String code = change.kind().changed() ? "text-normalised" : "text-doubtful";
    issues.add(new Issue(field, column, raw(column), code, true, List.of(), sentences));
  }

  private void unreadable(String field, Problem problem, boolean warning) {
    var sentences = new Issue.Sentences(problem.message(), problem.wayOut());
    String value = problem.value() == null ? "" : problem.value();
    refused |= !warning;
    issues.add(
        new Issue(
            field, problem.column(), value, "cell-unreadable", warning, List.of(), sentences));
  }

  @Override
  public @Nullable String get(String field) {
    return texts.get(field);
  }

  @Override
  public void warn(String field, String issue, String... arguments) {
    add(field, issue, true, arguments);
  }

  @Override
  public void refuse(String field, String issue, String... arguments) {
    refused = true;
    add(field, issue, false, arguments);
  }

  private void add(String field, String code, boolean warning, String... arguments) {
    int column = columns.getOrDefault(field, Problem.NO_COLUMN);
    String value = raw(column);
    List<String> all = new ArrayList<>(List.of(value));
    all.addAll(List.of(arguments));
    issues.add(new Issue(field, column, value, code, warning, List.copyOf(all), null));
  }

  private String raw(int column) {
    return column >= 0 && column < row.raw().size() ? row.raw().get(column) : "";
  }

  @Override
  public boolean refused() {
    return refused;
  }

  public Row row() {
    return row;
  }

  public List<Issue> issues() {
    return List.copyOf(issues);
  }
}
