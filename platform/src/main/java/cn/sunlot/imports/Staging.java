package cn.sunlot.imports;

import java.util.List;

/**
 * A table in which rows wait: columns {@code import_id, row_number, id} and the kind's own.
 *
 * @param table with its schema
 * @param columns the kind's own columns, in the order of {@link RowReader.Staged#values}
 */
public record Staging(String table, List<String> columns) {

  /** An array as COPY reads it. */
  public static String array(List<String> texts) {
    StringBuilder out = new StringBuilder("{");
    for (String text : texts) {
      if (out.length() > 1) {
        out.append(',');
      }
      out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return out.append('}').toString();
  }
}
