package cn.sunlot.sheets;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text with one more line at its end. Where a quote was left open, that line is swallowed by the
 * last cell, and so gives it away; the parser itself would take the rest of the file for one cell
 * without a word.
 */
final class EndMarked extends FilterReader {

  /** Noncharacters, which no text holds. */
  private static final String END = "\uFFFE\uFFFFend\uFFFF\uFFFE";

  private static final String LINE = "\n" + END;

  private int given = -1;

  EndMarked(Reader in) {
    super(in);
  }

  static boolean isEnd(RawRow row) {
    return row.cells().size() == 1 && row.cells().get(0).equals(END);
  }

  /** Whether the end of the text lies inside this row's last cell. */
  static boolean swallowedEnd(RawRow row) {
    int last = row.cells().size() - 1;
    return last >= 0 && row.cells().get(last).endsWith(END) && !isEnd(row);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (given < 0) {
      int count = super.read(buffer, offset, length);
      if (count >= 0) {
        return count;
      }
      given = 0;
    }
    int count = Math.min(length, LINE.length() - given);
    LINE.getChars(given, given + count, buffer, offset);
    given += count;
    return count == 0 && length > 0 ? -1 : count;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }
}
