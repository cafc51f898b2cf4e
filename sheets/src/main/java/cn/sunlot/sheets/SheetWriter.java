package cn.sunlot.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes rows of text below a header. Every cell is text and stays text: no value is taken for a
 * formula, a number or a date when the file is opened. Memory does not grow with the rows. {@link
 * #close} completes the file and closes the stream.
 */
public sealed interface SheetWriter extends Closeable permits XlsxWriter, XlsxForm, CsvWriter {

  /**
   * Writes the next row.
   *
   * @param cells one text per column, fewer when the last ones are empty
   * @throws SheetRefused when a cell or the number of rows is more than the format can hold
   * @throws IllegalArgumentException when there are more cells than columns
   */
  void row(List<String> cells) throws IOException;

  /**
   * A workbook of one sheet: a header that stays in sight, columns in the format "Text", so that a
   * code typed into them keeps its digits.
   *
   * @param sheetName at most 31 characters; those that Excel does not allow become "-"
   */
  static SheetWriter xlsx(OutputStream out, String sheetName, List<Heading> columns)
      throws IOException {
    return new XlsxWriter(out, sheetName, columns);
  }

  /**
   * A workbook of one sheet to be printed and circulated: a title over the whole width, a header
   * that stays in sight and comes again on each page, lines around every cell, on A3 across, as
   * wide as the paper.
   *
   * @param sheetName at most 31 characters; those that Excel does not allow become "-"
   */
  static SheetWriter form(OutputStream out, String sheetName, String title, List<Heading> columns)
      throws IOException {
    return new XlsxForm(out, sheetName, title, columns);
  }

  /**
   * A csv file in UTF-8 with its mark, commas and CR LF, as Excel opens it. A text that begins with
   * {@code = + - @}, a tab or a line break gets an apostrophe in front, which {@link Sheets} takes
   * away again. Excel still shows long digits in a csv as rounded numbers: give people xlsx.
   */
  static SheetWriter csv(OutputStream out, List<Heading> columns) throws IOException {
    return new CsvWriter(out, columns);
  }
}
