package cn.sunlot.sheets;

import java.util.List;
import java.util.OptionalInt;

/**
 * The names of the columns.
 *
 * @param row the first row of the header as the user sees it, from 1
 * @param lastRow its last row; differs from {@code row} when names are stacked in merged cells
 * @param names one per column, unique; empty for a column without a name
 */
public record Header(long row, long lastRow, List<String> names) {

  /** Copies the names. */
  public Header {
    names = List.copyOf(names);
  }

  /** How many columns have a place in the header. */
  public int size() {
    return names.size();
  }

  /** The column of that exact name, if there is one. */
  public OptionalInt find(String name) {
    int at = name.isEmpty() ? -1 : names.indexOf(name);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }

  /** The name of a column, empty when it has none. */
  public String name(int column) {
    return column >= 0 && column < names.size() ? names.get(column) : "";
  }

  /** A column's letters in a spreadsheet program: 0 is A, 26 is AA. */
  public static String letter(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.reverse().toString();
  }
}
