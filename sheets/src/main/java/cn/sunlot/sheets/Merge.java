package cn.sunlot.sheets;

import org.jspecify.annotations.Nullable;

/** A merged range, both ends included; rows from 1, columns from 0. */
record Merge(long top, int left, long bottom, int right) {

  static @Nullable Merge parse(String reference) {
    String[] ends = reference.split(":", -1);
    if (ends.length != 2) {
      return null;
    }
    CellReference from = CellReference.parse(ends[0]);
    CellReference to = CellReference.parse(ends[1]);
    if (from == null || to == null || to.row() < from.row() || to.column() < from.column()) {
      return null;
    }
    return new Merge(from.row(), from.column(), to.row(), to.column());
  }

  String reference() {
    return Header.letter(left) + top + ":" + Header.letter(right) + bottom;
  }
}
