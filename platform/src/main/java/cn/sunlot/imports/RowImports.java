package cn.sunlot.imports;

import cn.sunlot.kernel.Refused.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Rows that another system sends: as a spreadsheet is taken, but at once, and each answered. */
public interface RowImports {

  /** What became of a row. */
  enum Outcome {
    ADDED,
    CHANGED,
    SAME,
    REFUSED
  }

  /**
   * The answer to a row.
   *
   * @param row its number, from 1
   * @param issues what is wrong where it was refused; what is doubtful where it was taken
   */
  record Answer(int row, Outcome outcome, List<FieldError> issues) {}

  /**
   * The answer to all rows, in their order.
   *
   * @param number of the import under which they stand in the list of imports
   */
  record Answers(UUID importId, String number, List<Answer> rows) {}

  /**
   * Takes rows, in the transaction under way.
   *
   * @param kind name of the {@link RowKind}
   * @param rows field → text
   * @param together whether one row that is refused refuses all
   * @throws cn.sunlot.kernel.Refused if the person may not, or a row is refused and they belong
   *     together
   */
  Answers take(String kind, List<Map<String, String>> rows, boolean together, Locale locale);
}
