package cn.sunlot.sheets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, and where.
 *
 * @param code what kind of problem
 * @param row the row as the user's program numbers it, from 1; 0 when it concerns the whole file
 * @param column the column from 0, or {@link #NO_COLUMN}
 * @param columnName the column's name in the header, when known
 * @param value the offending value, shortened, when there is one
 * @param details what the sentences of {@code code} need
 */
public record Problem(
    Code code,
    long row,
    int column,
    @Nullable String columnName,
    @Nullable String value,
    List<String> details) {

  /** The problem concerns a whole row or the whole file. */
  public static final int NO_COLUMN = -1;

  private static final int SHOWN = 80;

  /** Shortens the value and copies the details. */
  public Problem {
    value = value == null ? null : shown(value);
    details = List.copyOf(details);
  }

  static Problem ofFile(Code code, Object... details) {
    return ofRow(code, 0, details);
  }

  static Problem ofRow(Code code, long row, Object... details) {
    return new Problem(code, row, NO_COLUMN, null, null, strings(details));
  }

  static Problem ofCell(
      Code code, long row, int column, @Nullable String value, Object... details) {
    return new Problem(code, row, column, null, value, strings(details));
  }

  Problem named(String name) {
    return new Problem(code, row, column, name.isEmpty() ? null : name, value, details);
  }

  /** Throws this problem. */
  SheetRefused refused() {
    return new SheetRefused(this);
  }

  SheetRefused refused(Throwable cause) {
    return new SheetRefused(this, cause);
  }

  /** Where and what, without what to do: "第 5 行 C 列“名称”：…". */
  public Text message() {
    Text what = code.what(details.toArray());
    Text place = place();
    String shown = value == null ? "" : value;
    return new Text(
        place.zh() + what.zh() + (shown.isEmpty() ? "" : "：" + shown),
        place.en() + what.en() + (shown.isEmpty() ? "" : ": " + shown));
  }

  /** What to do about it. */
  public Text wayOut() {
    return code.wayOut();
  }

  private Text place() {
    if (row == 0 && column == NO_COLUMN) {
      return new Text("", "");
    }
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    if (row > 0) {
      zh.append("第 ").append(row).append(" 行");
      en.append("row ").append(row);
    }
    if (column != NO_COLUMN) {
      String letter = Header.letter(column);
      zh.append(zh.isEmpty() ? "" : " ").append(letter).append(" 列");
      en.append(en.isEmpty() ? "" : ", ").append("column ").append(letter);
      if (columnName != null) {
        zh.append("“").append(columnName).append("”");
        en.append(" \"").append(columnName).append('"');
      }
    }
    return new Text(zh.append("：").toString(), en.append(": ").toString());
  }

  private static List<String> strings(Object... details) {
    return java.util.Arrays.stream(details).map(String::valueOf).toList();
  }

  private static String shown(String value) {
    StringBuilder out = new StringBuilder();
    int end = Math.min(value.length(), SHOWN);
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      out.append(Character.isISOControl(c) ? '␣' : c);
    }
    if (end < value.length()) {
      if (Character.isHighSurrogate(out.charAt(out.length() - 1))) {
        out.setLength(out.length() - 1);
      }
      out.append('…');
    }
    return out.toString();
  }
}
