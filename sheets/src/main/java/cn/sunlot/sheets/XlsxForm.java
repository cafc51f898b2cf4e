package cn.sunlot.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook of one sheet as offices print and circulate it. */
final class XlsxForm implements SheetWriter {

  private static final int TITLE = 0;
  private static final int HEADER = 1;
  private static final double TITLE_HEIGHT = 36;

  private final OutputStream out;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final int columns;
  private int rows = HEADER + 1;

  XlsxForm(OutputStream out, String sheetName, String title, List<Heading> columns)
      throws IOException {
    this.out = out;
    this.columns = columns.size();
    this.workbook = new Workbook(out, "Sunlot", "1.0");
    this.sheet = workbook.newWorksheet(sheetName);
    int last = Math.max(0, columns.size() - 1);
    XlsxWriter.write(sheet, TITLE, 0, title);
    sheet.rowHeight(TITLE, TITLE_HEIGHT);
    var over = sheet.range(TITLE, 0, TITLE, last);
    over.style()
        .bold()
        .fontSize(18)
        .format("@")
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .set();
    if (last > 0) {
      over.merge();
    }
    for (int i = 0; i < columns.size(); i++) {
      sheet.width(i, columns.get(i).width());
      XlsxWriter.write(sheet, HEADER, i, columns.get(i).name());
    }
    sheet
        .range(HEADER, 0, HEADER, last)
        .style()
        .bold()
        .format("@")
        .fillColor("DDEBF7")
        .wrapText(true)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .borderStyle(BorderStyle.THIN)
        .set();
    sheet.freezePane(0, HEADER + 1);
    paper();
  }

  private void paper() {
    sheet.paperSize(PaperSize.A3_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(TITLE, HEADER);
    sheet.footer("&P / &N", Position.CENTER);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    if (cells.size() > columns) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
    }
    if (rows >= CellReference.MAX_ROW) {
      throw Problem.ofRow(Code.TOO_MANY_ROWS, rows + 1L, CellReference.MAX_ROW).refused();
    }
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        XlsxWriter.write(sheet, rows, i, cells.get(i));
      }
    }
    sheet
        .range(rows, 0, rows, Math.max(0, columns - 1))
        .style()
        .format("@")
        .wrapText(true)
        .verticalAlignment("center")
        .borderStyle(BorderStyle.THIN)
        .set();
    rows++;
  }

  @Override
  public void close() throws IOException {
    // The workbook leaves the stream open, and a buffer in it unwritten.
    try (out) {
      workbook.close();
    }
  }
}
