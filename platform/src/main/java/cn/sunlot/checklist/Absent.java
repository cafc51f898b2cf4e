package cn.sunlot.checklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client, or an older record, leaves out. */
final class Absent {

  private Absent() {}

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
