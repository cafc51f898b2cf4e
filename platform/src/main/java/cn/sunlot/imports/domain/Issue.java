package cn.sunlot.imports.domain;

import cn.sunlot.sheets.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a cell or a row.
 *
 * @param field the field, or "" for the whole row
 * @param column number of its column from 0, or -1
 * @param value as it stands in the file
 * @param code kind of problem
 * @param warning whether the row is taken all the same
 * @param arguments of its texts
 * @param ready sentences that the reading of the file already has, or null
 */
public record Issue(
    String field,
    int column,
    String value,
    String code,
    boolean warning,
    List<String> arguments,
    @Nullable Sentences ready) {

  /** What is wrong, and what to do. */
  public record Sentences(Text what, Text wayOut) {}
}
