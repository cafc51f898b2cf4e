package cn.sunlot.sheets;

/**
 * How much of a file is read before it is refused. Every limit is an upper bound, itself still
 * allowed.
 *
 * @param rows rows that are not empty, the header among them
 * @param columns columns, counted to the last cell that is not empty
 * @param cellChars UTF-16 units in one cell (32,767 is what Excel itself can hold)
 * @param sheets sheets in one workbook
 * @param fileBytes size of the file on disk
 * @param inflatedBytes bytes that all parts of an xlsx together may unpack to; bounds the temporary
 *     file as well
 * @param inflationRatio unpacked to packed size of one part, looked at from 1 MiB on
 */
public record Limits(
    int rows,
    int columns,
    int cellChars,
    int sheets,
    long fileBytes,
    long inflatedBytes,
    int inflationRatio) {

  /** Checks that every limit is positive. */
  public Limits {
    if (rows < 1 || columns < 1 || cellChars < 1 || sheets < 1 || inflationRatio < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
    if (fileBytes < 1 || inflatedBytes < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** Two million rows of 200 columns, 256 MiB on disk, 512 MiB unpacked, at most 200 times. */
  public static Limits standard() {
    return new Limits(2_000_000, 200, 32_767, 50, 256L << 20, 512L << 20, 200);
  }

  /** These limits with another number of rows. */
  public Limits withRows(int newRows) {
    return new Limits(
        newRows, columns, cellChars, sheets, fileBytes, inflatedBytes, inflationRatio);
  }

  /** These limits with another size when unpacked, for readers that keep no more than a row. */
  public Limits withInflatedBytes(long newBytes) {
    return new Limits(rows, columns, cellChars, sheets, fileBytes, newBytes, inflationRatio);
  }
}
