package cn.sunlot.sheets;

import org.jspecify.annotations.Nullable;

/** A place such as {@code C5}; row from 1, column from 0. */
record CellReference(long row, int column) {

  /** The last column Excel knows, XFD. */
  static final int MAX_COLUMN = 16_383;

  /** The last row Excel knows. */
  static final long MAX_ROW = 1_048_576;

  /** The place, or null when the text is none that Excel knows. */
  static @Nullable CellReference parse(String text) {
    int column = 0;
    int at = 0;
    while (at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
      column = column * 26 + (text.charAt(at) - 'A' + 1);
      if (column > MAX_COLUMN + 1) {
        return null;
      }
      at++;
    }
    long row = row(text, at);
    return column == 0 || row < 0 ? null : new CellReference(row, column - 1);
  }

  /** A whole number of up to nine digits, as the format counts styles and strings, or -1. */
  static int index(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return -1;
    }
    int index = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      index = index * 10 + (c - '0');
    }
    return index;
  }

  /** A row number from the text's given position on, or -1 when it is none that Excel knows. */
  static long row(String text, int from) {
    long row = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || row > MAX_ROW) {
        return -1;
      }
      row = row * 10 + (c - '0');
    }
    return row < 1 || row > MAX_ROW ? -1 : row;
  }
}
