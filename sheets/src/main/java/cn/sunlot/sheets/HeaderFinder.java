package cn.sunlot.sheets;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the header among the first rows: below a title, and over several rows where cells are
 * merged. Rows looked at and not used stay in {@link #ahead}.
 */
final class HeaderFinder {

  private static final int MAX_TITLES = 3;
  private static final int MAX_DEPTH = 4;

  private final RowSource source;
  private final Deque<RawRow> ahead = new ArrayDeque<>();
  private final List<Problem> warnings = new ArrayList<>();

  HeaderFinder(RowSource source) {
    this.source = source;
  }

  /** Whether there is any row with content; it is kept. */
  boolean anyRow() throws IOException {
    return peek(1).size() == 1;
  }

  Header find(long wantedRow) throws IOException {
    RawRow first = wantedRow > 0 ? rowAt(wantedRow) : likeliest();
    for (Problem problem : first.problems()) {
      throw problem.refused();
    }
    List<RawRow> rows = new ArrayList<>(List.of(first));
    List<Merge> merges = List.of();
    if (mayBeMerged(first)) {
      merges = source.merges();
      long last = lastRow(first.number(), merges);
      for (List<RawRow> next = peek(1); isWithin(next, last); next = peek(1)) {
        rows.add(ahead.removeFirst());
      }
    }
    return new Header(first.number(), rows.get(rows.size() - 1).number(), names(rows, merges));
  }

  Deque<RawRow> ahead() {
    return ahead;
  }

  List<Problem> warnings() {
    return warnings;
  }

  private RawRow likeliest() throws IOException {
    List<RawRow> rows = peek(MAX_TITLES + 1);
    if (rows.isEmpty()) {
      throw Problem.ofFile(Code.NO_ROWS).refused();
    }
    int titles = 0;
    while (titles < rows.size() && rows.get(titles).filled() < 2) {
      titles++;
    }
    if (titles == rows.size()) {
      // No row has two cells: a list of a single column.
      titles = 0;
    }
    for (int i = 0; i < titles; i++) {
      ahead.removeFirst();
    }
    RawRow header = ahead.removeFirst();
    if (titles > 0) {
      warnings.add(Problem.ofRow(Code.TITLE_SKIPPED, header.number(), titles));
    }
    return header;
  }

  private RawRow rowAt(long number) throws IOException {
    for (List<RawRow> rows = peek(1); !rows.isEmpty(); rows = peek(1)) {
      RawRow row = ahead.removeFirst();
      if (row.number() == number) {
        return row;
      }
      if (row.number() > number) {
        break;
      }
    }
    throw Problem.ofRow(Code.HEADER_MISSING, number, number).refused();
  }

  /** Reading a sheet for its merged cells takes as long as reading it, so only where they show. */
  private boolean mayBeMerged(RawRow header) throws IOException {
    for (int i = 0; i < header.width(); i++) {
      if (Blanks.blank(header.cell(i))) {
        return true;
      }
    }
    List<RawRow> next = peek(1);
    return !next.isEmpty()
        && (next.get(0).width() > header.width() || Blanks.blank(next.get(0).cell(0)));
  }

  private static long lastRow(long headerRow, List<Merge> merges) {
    return merges.stream()
        .filter(merge -> merge.top() == headerRow && merge.bottom() < headerRow + MAX_DEPTH)
        .mapToLong(Merge::bottom)
        .max()
        .orElse(headerRow);
  }

  private static boolean isWithin(List<RawRow> next, long last) {
    return !next.isEmpty() && next.get(0).number() <= last;
  }

  private List<String> names(List<RawRow> rows, List<Merge> merges) {
    int width = rows.stream().mapToInt(RawRow::width).max().orElse(0);
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int column = 0; column < width; column++) {
      String name =
          rows.size() == 1 ? clean(rows.get(0).cell(column)) : stacked(rows, merges, column);
      String unique = name;
      for (int i = 2; !name.isEmpty() && !taken.add(unique); i++) {
        unique = name + " (" + i + ")";
      }
      if (!unique.equals(name)) {
        long row = rows.get(0).number();
        warnings.add(Problem.ofCell(Code.DUPLICATE_HEADER, row, column, name, unique));
      }
      names.add(unique);
    }
    return names;
  }

  /** The name of a column under a group: "contact/phone". */
  private static String stacked(List<RawRow> rows, List<Merge> merges, int column) {
    List<String> parts = new ArrayList<>();
    for (RawRow row : rows) {
      Merge merge = covering(merges, row.number(), column);
      if (merge == null || merge.top() == row.number()) {
        String part = clean(row.cell(merge == null ? column : merge.left()));
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
    }
    return String.join("/", parts);
  }

  private static @Nullable Merge covering(List<Merge> merges, long row, int column) {
    for (Merge merge : merges) {
      if (row >= merge.top()
          && row <= merge.bottom()
          && column >= merge.left()
          && column <= merge.right()) {
        return merge;
      }
    }
    return null;
  }

  /** Names are set with line breaks, and with blanks between characters to fill the column. */
  private static String clean(String name) {
    String text = Normalised.ofText(name).text();
    return text.replaceAll("(?<=\\p{IsHan}) +(?=\\p{IsHan})", "");
  }

  /** Up to that many rows with content, kept in {@link #ahead}. */
  private List<RawRow> peek(int count) throws IOException {
    while (ahead.size() < count) {
      RawRow row = source.next();
      if (row == null) {
        break;
      }
      if (!row.blank()) {
        ahead.add(row);
      }
    }
    return ahead.stream().limit(count).toList();
  }
}
