package cn.sunlot.imports;

import org.jspecify.annotations.Nullable;

/** The cells of one row by field, made comparable, and a place to say what is wrong with them. */
public interface Cells {

  /** The text; null where the field has no column, or the cell is empty or cannot be read. */
  @Nullable String get(String field);

  /**
   * Takes the row all the same, and says what is doubtful.
   *
   * @param issue its text stands under {@code import.issue.<issue>}, the way out under {@code
   *     .fix}; {@code {0}} is the value as it stands in the file
   */
  void warn(String field, String issue, String... arguments);

  /** Refuses the row. */
  void refuse(String field, String issue, String... arguments);

  /** Whether the row was refused. */
  boolean refused();
}
