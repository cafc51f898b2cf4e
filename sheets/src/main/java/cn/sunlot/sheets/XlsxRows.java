package cn.sunlot.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook. */
final class XlsxRows implements RowSource {

  private static final int MAX_MERGES = 10_000;

  private final XlsxBook book;
  private final String part;
  private final XmlPart xml;
  private final RichText text;
  private final List<Merge> merges = new ArrayList<>();
  private long lastRow;
  private int filledRows;

  // The row being read.
  private List<String> cells = new ArrayList<>();
  private List<Problem> problems = new ArrayList<>();

  XlsxRows(XlsxBook book, String part) throws IOException {
    this.book = book;
    this.part = part;
    this.xml = book.part(part);
    this.text = new RichText(xml, book.limits().cellChars());
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    while (xml.next()) {
      if (xml.starts("row")) {
        RawRow row = row();
        if (!row.blank() && ++filledRows > book.limits().rows()) {
          throw Problem.ofRow(Code.TOO_MANY_ROWS, row.number(), book.limits().rows()).refused();
        }
        return row;
      }
      if (xml.starts("mergeCell")) {
        addMerge(xml, merges);
      }
    }
    return null;
  }

  private RawRow row() throws IOException {
    String reference = xml.attribute("r");
    long number = reference == null ? lastRow + 1 : CellReference.row(reference, 0);
    if (number <= lastRow || number > CellReference.MAX_ROW) {
      throw xml.damaged();
    }
    lastRow = number;
    cells = new ArrayList<>(cells.size());
    problems = new ArrayList<>(0);
    int outside = xml.depth() - 1;
    int lastColumn = -1;
    while (xml.next() && xml.depth() > outside) {
      if (xml.starts("c")) {
        lastColumn = cell(number, lastColumn);
      }
    }
    return new RawRow(number, cells, problems);
  }

  private int cell(long row, int lastColumn) throws IOException {
    int column = column(row, lastColumn);
    CellValue value = value(row, column);
    if (value.trouble() == null && value.text().isEmpty()) {
      return column;
    }
    if (column >= book.limits().columns()) {
      if (value.trouble() == null && Blanks.blank(value.text())) {
        return column;
      }
      throw Problem.ofCell(
              Code.TOO_MANY_COLUMNS, row, column, value.text(), book.limits().columns())
          .refused();
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, value.text());
    Code trouble = value.trouble();
    if (trouble != null) {
      problems.add(Problem.ofCell(trouble, row, column, value.text()));
    }
    return column;
  }

  private int column(long row, int lastColumn) {
    String reference = xml.attribute("r");
    if (reference == null) {
      return lastColumn + 1;
    }
    CellReference place = CellReference.parse(reference);
    if (place == null || place.row() != row || place.column() <= lastColumn) {
      throw xml.damaged();
    }
    return place.column();
  }

  private CellValue value(long row, int column) throws IOException {
    String type = xml.attribute("t");
    NumberStyle style =
        type == null || type.equals("n") ? book.style(xml.attribute("s")) : NumberStyle.PLAIN;
    String stored = "";
    boolean formula = false;
    int outside = xml.depth() - 1;
    while (xml.next() && xml.depth() > outside) {
      if (xml.starts("v")) {
        stored = text.readContent(row, column);
      } else if (xml.starts("is")) {
        stored = text.read(row, column);
      } else if (xml.starts("f")) {
        formula = true;
        xml.skip();
      }
    }
    // Only a result that is stored as text is known to be empty: some programs write formulas whose
    // result was never computed.
    if (formula && !("str".equals(type) && stored.isEmpty())) {
      return new CellValue(stored, Code.FORMULA);
    }
    return meaning(type == null ? "n" : type, stored, style);
  }

  private CellValue meaning(String type, String stored, NumberStyle style) throws IOException {
    if (stored.isEmpty()) {
      return CellValue.of("");
    }
    return switch (type) {
      case "n" -> CellValue.ofNumber(stored.strip(), style, book.since1904());
      case "s" -> shared(stored.strip());
      case "inlineStr" -> CellValue.ofText(stored);
      case "str" -> CellValue.ofText(CellValue.unescaped(stored));
      case "b" -> CellValue.of(stored.strip().equals("1") ? "TRUE" : "FALSE");
      case "e" -> new CellValue(stored, Code.CELL_ERROR);
      case "d" -> CellValue.ofIsoDate(stored.strip());
      default -> throw xml.damaged();
    };
  }

  private CellValue shared(String stored) throws IOException {
    String shared = book.strings().get(CellReference.index(stored));
    if (shared == null) {
      throw xml.damaged();
    }
    return CellValue.ofText(shared);
  }

  private static void addMerge(XmlPart xml, List<Merge> merges) {
    String reference = xml.attribute("ref");
    Merge merge = reference == null ? null : Merge.parse(reference);
    if (merge != null && merges.size() < MAX_MERGES) {
      merges.add(merge);
    }
  }

  @Override
  public List<Merge> merges() throws IOException {
    List<Merge> all = new ArrayList<>();
    try (XmlPart again = book.partAgain(part)) {
      while (again.seek("mergeCell")) {
        addMerge(again, all);
      }
    }
    return all;
  }

  @Override
  public List<Merge> mergesMet() {
    return List.copyOf(merges);
  }

  /** Closes the sheet; the workbook stays open. */
  @Override
  public void close() throws IOException {
    xml.close();
  }
}
