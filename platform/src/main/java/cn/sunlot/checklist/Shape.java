package cn.sunlot.checklist;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object whose members are read by their names; what has another shape is refused. */
final class Shape {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SHOWN = 40;

  /** A shape that cannot be read: where, and what stands there. */
  static final class Misshapen extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String path;
    private final String what;
    private final String key;

    Misshapen(String path, @Nullable Object what, String key) {
      super(path);
      String text = JSON.writeValueAsString(what);
      this.path = path;
      this.what = text.length() > SHOWN ? text.substring(0, SHOWN) : text;
      this.key = key;
    }

    String path() {
      return path;
    }

    String what() {
      return what;
    }

    String key() {
      return key;
    }
  }

  private final Map<?, ?> members;
  private final String path;

  private Shape(Map<?, ?> members, String path) {
    this.members = members;
    this.path = path;
  }

  static Shape of(@Nullable Object value, String path, Collection<String> known) {
    if (!(value instanceof Map<?, ?> members)) {
      throw new Misshapen(path, value, "shape");
    }
    for (Object name : members.keySet()) {
      if (!known.contains(String.valueOf(name))) {
        throw new Misshapen(
            path.isEmpty() ? String.valueOf(name) : path + "." + name, members.get(name), "shape");
      }
    }
    return new Shape(members, path);
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  @Nullable Object get(String name) {
    return members.get(name);
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  String text(String name) {
    String text = textOrNull(name);
    return text == null ? "" : text;
  }

  @Nullable String textOrNull(String name) {
    Object value = members.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new Misshapen(at(name), value, "shape");
  }

  @Nullable Integer wholeOrNull(String name) {
    Object value = members.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && Math.abs(number.doubleValue()) < 0x1p31) {
      return number.intValue();
    }
    throw new Misshapen(at(name), value, "shape");
  }

  @Nullable Boolean flagOrNull(String name) {
    Object value = members.get(name);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    throw new Misshapen(at(name), value, "shape");
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(flagOrNull(name));
  }

  <T> List<T> list(String name, BiFunction<@Nullable Object, String, T> read) {
    Object value = members.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new Misshapen(at(name), value, "shape");
    }
    List<T> made = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      made.add(read.apply(list.get(i), at(name) + "." + i));
    }
    return made;
  }

  static String line(@Nullable Object value, String path) {
    if (value instanceof String text) {
      return text;
    }
    throw new Misshapen(path, value, "shape");
  }
}
