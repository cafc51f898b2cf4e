package cn.sunlot.sheets;

import java.util.List;

/** A row as its file has it, before the header gives its cells names. */
record RawRow(long number, List<String> cells, List<Problem> problems) {

  boolean blank() {
    if (!problems.isEmpty()) {
      return false;
    }
    // A stream would cost more than what it looks at, a million times.
    for (String cell : cells) {
      if (!Blanks.blank(cell)) {
        return false;
      }
    }
    return true;
  }

  /** Columns up to the last cell that is not blank. */
  int width() {
    int width = cells.size();
    while (width > 0 && Blanks.blank(cells.get(width - 1))) {
      width--;
    }
    for (Problem problem : problems) {
      width = Math.max(width, problem.column() + 1);
    }
    return width;
  }

  long filled() {
    return cells.stream().filter(cell -> !Blanks.blank(cell)).count();
  }

  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
