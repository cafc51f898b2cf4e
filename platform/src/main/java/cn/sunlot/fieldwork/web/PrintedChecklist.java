package cn.sunlot.fieldwork.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checklist as it stands on paper: every word of it ready.
 *
 * @param version its number
 */
record PrintedChecklist(String title, int version, List<Part> parts) {

  /** A section; {@code condition} says when it applies, or is "". */
  record Part(String title, String condition, List<Line> lines) {}

  /**
   * A question.
   *
   * @param conditions when it applies, when it must be answered
   * @param notes method, standard, basis and what follows, a line each
   * @param boxes answers to tick
   * @param hint what is written in which unit and range
   * @param value the answer as a text, or ""
   * @param wide whether there is room for a longer answer
   * @param table cells to fill in, or null
   */
  record Line(
      String code,
      String text,
      boolean asks,
      boolean required,
      List<String> conditions,
      List<String> notes,
      List<Box> boxes,
      String hint,
      String value,
      boolean wide,
      @Nullable Cells table,
      String remark) {}

  record Box(boolean on, String words) {}

  record Cells(List<String> heads, List<List<String>> rows) {}
}
