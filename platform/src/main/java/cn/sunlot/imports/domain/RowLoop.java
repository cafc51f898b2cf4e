package cn.sunlot.imports.domain;

import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.RowReader.Staged;
import cn.sunlot.sheets.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads all rows of a sheet, one after the other, and counts. */
public final class RowLoop {

  /** What became of a row: taken if {@code staged} is there. */
  public record Outcome(RowCells cells, @Nullable Staged staged, List<Issue> issues) {}

  /** Takes the outcomes. */
  @FunctionalInterface
  public interface Sink {
    void take(Outcome outcome) throws java.io.IOException;
  }

  private final ImportKind kind;
  private final RowReader reader;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Integer> rowOfKey = new HashMap<>();
  private final Map<String, Integer> findings = new TreeMap<>();
  private int read;
  private int rejected;
  private int warned;

  /**
   * Prepares.
   *
   * @param mapping field → name of the column
   */
  public RowLoop(
      ImportKind kind,
      ImportKind.Context context,
      Map<String, String> mapping,
      List<String> header) {
    this.kind = kind;
    this.reader = kind.open(context);
    mapping.forEach((field, column) -> columns.put(field, header.indexOf(column)));
  }

  /** Reads to the end. */
  public void run(Iterable<Row> rows, Sink sink) throws java.io.IOException {
    for (Row row : rows) {
      sink.take(take(row));
    }
  }

  /** Reads one row more. */
  public Outcome take(Row row) {
    read++;
    RowCells cells = new RowCells(row, kind.fields(), columns);
    Staged staged = cells.refused() ? null : taken(cells).orElse(null);
    List<Issue> issues = cells.issues();
    if (staged == null) {
      rejected++;
      if (issues.stream().allMatch(Issue::warning)) {
        throw new IllegalStateException("row " + row.number() + " is refused without a reason");
      }
    } else if (!issues.isEmpty()) {
      warned++;
    }
    count(issues);
    return new Outcome(cells, staged, issues);
  }

  private Optional<Staged> taken(RowCells cells) {
    Optional<Staged> staged = reader.read(cells);
    if (staged.isEmpty() || cells.refused()) {
      return Optional.empty();
    }
    Integer earlier =
        rowOfKey.putIfAbsent(staged.get().key(), Math.toIntExact(cells.row().number()));
    if (earlier != null) {
      cells.refuse(kind.fields().get(0).name(), "duplicate", String.valueOf(earlier));
      return Optional.empty();
    }
    return staged;
  }

  private void count(List<Issue> issues) {
    if (issues.isEmpty()) {
      return;
    }
    Set<String> codes = new HashSet<>();
    for (Issue issue : issues) {
      if (codes.add(issue.code())) {
        findings.merge(issue.code(), 1, Integer::sum);
      }
    }
  }

  public int read() {
    return read;
  }

  public int taken() {
    return read - rejected;
  }

  /** What is known before the merge: all but added, changed and unchanged. */
  public Import.Counts counts() {
    return new Import.Counts(read, 0, 0, 0, rejected, warned, Map.copyOf(findings));
  }
}
