package cn.sunlot.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook of one sheet. */
final class XlsxWriter implements SheetWriter {

  static final int MAX_CHARS = 32_767;
  private static final int ROWS_IN_MEMORY = 500;

  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final int columns;
  private int rows;

  XlsxWriter(OutputStream out, String sheetName, List<Heading> columns) throws IOException {
    this.out = out;
    this.columns = columns.size();
    this.workbook = new Workbook(out, "Sunlot", "1.0");
    this.sheet = workbook.newWorksheet(sheetName);
    for (int i = 0; i < columns.size(); i++) {
      Heading heading = columns.get(i);
      sheet.width(i, heading.width());
      sheet.style(i).format("@").set();
      write(0, i, heading.name());
      String note = heading.note();
      if (note != null) {
        sheet.comment(0, i, note);
      }
    }
    sheet
        .range(0, 0, 0, Math.max(0, columns.size() - 1))
        .style()
        .bold()
        .format("@")
        .fillColor("DDEBF7")
        .wrapText(true)
        .verticalAlignment("center")
        .borderStyle(BorderStyle.THIN)
        .set();
    sheet.freezePane(0, 1);
    rows = 1;
  }

  @Override
  public void row(List<String> cells) throws IOException {
    if (cells.size() > columns) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
    }
    if (rows >= CellReference.MAX_ROW) {
      throw Problem.ofRow(Code.TOO_MANY_ROWS, rows + 1L, CellReference.MAX_ROW).refused();
    }
    if (rows % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        write(rows, i, cells.get(i));
      }
    }
    // The text format must be on the cells themselves, or a code edited in Excel becomes a number.
    sheet.range(rows, 0, rows, Math.max(0, columns - 1)).style().format("@").set();
    rows++;
  }

  /** Colours a cell of the row written last, and hangs a remark on it if there is one. */
  void mark(int column, String colour, String remark) {
    sheet.style(rows - 1, column).format("@").fillColor(colour).set();
    if (!remark.isEmpty()) {
      sheet.comment(rows - 1, column, remark);
    }
  }

  private void write(int row, int column, String text) {
    write(sheet, row, column, text);
  }

  /** A cell of text that stays text. */
  static void write(Worksheet sheet, int row, int column, String text) {
    if (text.length() > MAX_CHARS) {
      throw Problem.ofCell(Code.CELL_TOO_LONG, row + 1L, column, text, MAX_CHARS).refused();
    }
    sheet.inlineString(row, column, escaped(text));
  }

  /** A text that happens to look like the escape for a character must not be taken for one. */
  private static String escaped(String text) {
    return text.contains("_x") ? text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_") : text;
  }

  @Override
  public void close() throws IOException {
    // The workbook leaves the stream open, and a buffer in it unwritten.
    try (out) {
      workbook.close();
    }
  }
}
