package cn.sunlot.sheets;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of a record as the parser finds them. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<RawRow> {

  private final Limits limits;
  private long row;
  private List<String> cells = new ArrayList<>();
  private List<Problem> problems = new ArrayList<>();

  CsvCells(Limits limits) {
    this.limits = limits;
  }

  /** The record being read, from 1. */
  long row() {
    return row;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    row++;
    cells = new ArrayList<>(cells.size());
    problems = new ArrayList<>(0);
  }

  @Override
  protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
    if (length > limits.cellChars()) {
      String start = new String(buffer, offset, Math.min(length, 100));
      throw Problem.ofCell(Code.CELL_TOO_LONG, row, column, start, limits.cellChars()).refused();
    }
    if (column < limits.columns()) {
      add(column, CellValue.ofText(CsvText.read(new String(buffer, offset, length))));
    } else if (!Blanks.blank(new String(buffer, offset, length))) {
      String value = new String(buffer, offset, length);
      throw Problem.ofCell(Code.TOO_MANY_COLUMNS, row, column, value, limits.columns()).refused();
    }
  }

  private void add(int column, CellValue value) {
    cells.add(value.text());
    Code trouble = value.trouble();
    if (trouble != null) {
      problems.add(Problem.ofCell(trouble, row, column, value.text()));
    }
  }

  @Override
  protected void handleEmpty() {
    cells = List.of();
  }

  @Override
  protected RawRow buildRecord() {
    return new RawRow(row, cells, problems);
  }
}
