package cn.sunlot.sheets;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of data, every cell as text.
 *
 * @param number the row as the user's program numbers it, from 1
 * @param header the names of its columns
 * @param raw the cells as they stand in the file, at least as many as the header has; a cell with a
 *     problem holds what the file holds
 * @param problems cells that cannot be trusted; {@link #text} refuses to read them
 */
public record Row(long number, Header header, List<String> raw, List<Problem> problems) {

  /** Copies the lists. */
  public Row {
    raw = List.copyOf(raw);
    problems = List.copyOf(problems);
  }

  /**
   * The text of a cell, empty when it is empty.
   *
   * @param column from 0
   * @throws SheetRefused when the cell, or the whole row, has a problem
   */
  public String text(int column) {
    problem(column)
        .ifPresent(
            problem -> {
              throw problem.refused();
            });
    return column < raw.size() ? raw.get(column) : "";
  }

  /**
   * The text of the cell under a name.
   *
   * @throws IllegalArgumentException when the header has no such name
   * @throws SheetRefused when the cell, or the whole row, has a problem
   */
  public String text(String name) {
    OptionalInt column = header.find(name);
    return text(
        column.orElseThrow(
            () -> new IllegalArgumentException("no column " + name + " in " + header.names())));
  }

  /** What keeps the cell from being read: its own problem, or one of the whole row. */
  public Optional<Problem> problem(int column) {
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    return problems.stream()
        .filter(p -> p.column() == column || p.column() == Problem.NO_COLUMN)
        .findFirst();
  }
}
