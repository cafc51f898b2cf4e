package cn.sunlot.policy.profiles;

import cn.sunlot.policy.Term;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a tree with the components of a record: nothing unknown, nothing missing. */
final class Shape {

  private final String file;

  Shape(String file) {
    this.file = file;
  }

  /** The names of a record's components as files write them. */
  static List<String> names(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).map(Shape::name).toList();
  }

  static Optional<RecordComponent> component(Class<?> record, String name) {
    return Arrays.stream(record.getRecordComponents())
        .filter(c -> name(c).equals(name))
        .findFirst();
  }

  /**
   * Whether a rule has values by name, which inherit one by one. A term is one value: its parts
   * belong together.
   */
  static boolean hasFields(Class<?> type) {
    return type.isRecord() && type != Term.class;
  }

  static boolean mayBeNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Refuses unknown and missing keys of this object and of the records in it. */
  void check(String key, Class<?> record, JsonNode tree) {
    if (!tree.isObject()) {
      throw new ProfileFileProblem(
          file,
          key,
          tree.toString(),
          "wrong type",
          "Write keys and values: " + names(record) + ".");
    }
    tree.propertyNames()
        .forEach(
            name -> {
              if (component(record, name).isEmpty()) {
                throw unknown(path(key, name), names(record));
              }
            });
    for (RecordComponent component : record.getRecordComponents()) {
      JsonNode value = tree.get(name(component));
      String at = path(key, name(component));
      boolean absent = value == null || value.isNull();
      if (absent && !mayBeNull(component)) {
        throw missing(at);
      }
      if (value != null && !absent) {
        inside(at, component, value);
      }
    }
  }

  ProfileFileProblem unknown(String key, List<String> known) {
    return new ProfileFileProblem(file, key, null, "unknown key", "Allowed here: " + known + ".");
  }

  ProfileFileProblem missing(String key) {
    return new ProfileFileProblem(file, key, null, "missing", "Write it with its value.");
  }

  private void inside(String key, RecordComponent component, JsonNode value) {
    if (component.getType().isRecord()) {
      check(key, component.getType(), value);
    } else if (component.getName().equals("rules") && value.isObject()) {
      value
          .properties()
          .forEach(e -> check(path(key, e.getKey()), ProfileFile.Entry.class, e.getValue()));
    }
  }

  private static String path(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }

  private static String name(RecordComponent component) {
    return FileNames.of(component.getName());
  }
}
