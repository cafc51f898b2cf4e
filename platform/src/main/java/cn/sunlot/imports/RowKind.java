package cn.sunlot.imports;

import java.util.Map;

/** A kind whose rows other systems also send, each to be answered ({@link RowImports}). */
public interface RowKind extends ImportKind {

  /** What became of each staged row, by its number; asked after the merge, in its transaction. */
  Map<Integer, RowImports.Outcome> outcomes(Context context);
}
