package cn.sunlot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, as aligned text that is Markdown too. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final int textColumns;

  /**
   * @param textColumns how many columns, from the left, are text; the others end where their
   *     heading ends
   */
  Table(int textColumns, String... headings) {
    this.textColumns = textColumns;
    rows.add(List.of(headings));
  }

  /** Adds a row; one cell for each heading. */
  Table row(List<String> cells) {
    if (cells.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(cells + " does not fit " + rows.get(0));
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.add(1, rule(widths));
    return String.join("\n", lines) + "\n";
  }

  private String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(c -> pad(row.get(c), widths[c], c < textColumns))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private String rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            c -> c < textColumns ? "-".repeat(widths[c] + 2) : "-".repeat(widths[c] + 1) + ":")
        .collect(Collectors.joining("|", "|", "|"));
  }

  private static String pad(String cell, int width, boolean left) {
    String space = " ".repeat(width - cell.length());
    return left ? cell + space : space + cell;
  }
}
