package cn.sunlot.sheets;

import org.jspecify.annotations.Nullable;

/**
 * What of a file to read.
 *
 * @param sheetName the sheet, hidden or not; null takes the first visible one that is not empty. A
 *     csv file has no sheets and ignores it
 * @param headerRow the row of the header as the user sees it, from 1; 0 finds it: the first row
 *     that is not empty, or the one below up to three rows that hold a title in a single cell
 */
public record Choice(@Nullable String sheetName, long headerRow) {

  /** The first sheet with content, its header found. */
  public static Choice first() {
    return new Choice(null, 0);
  }

  /** The sheet of that name, its header found. */
  public static Choice ofSheet(String name) {
    return new Choice(name, 0);
  }

  /** The same sheet with the header in a given row. */
  public Choice withHeaderRow(long row) {
    return new Choice(sheetName, row);
  }
}
