package cn.sunlot.draw.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A value of canonical JSON: text, integer, truth value, array, object. No floats, no null (1). */
public sealed interface Json {

  /** A string of Unicode scalar values. */
  record Text(String value) implements Json {}

  /** An integer, |value| &lt; 2^53. */
  record Int(long value) implements Json {
    /** First integer that a double no longer tells from its neighbour. */
    public static final long LIMIT = 1L << 53;

    public Int {
      if (value <= -LIMIT || value >= LIMIT) {
        throw new IllegalArgumentException("integer not below 2^53: " + value);
      }
    }
  }

  /** true or false. */
  record Bool(boolean value) implements Json {}

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** An object; keys are ASCII and always iterate in byte order. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new TreeMap<>(members));
    }
  }

  /** A string. */
  static Json of(String value) {
    return new Text(value);
  }

  /** An integer below 2^53. */
  static Json of(long value) {
    return new Int(value);
  }

  /** A truth value. */
  static Json of(boolean value) {
    return new Bool(value);
  }

  /** An array. */
  static Json array(List<? extends Json> items) {
    return new Arr(List.copyOf(items));
  }

  /** An array of strings. */
  static Json texts(Iterable<String> values) {
    List<Json> items = new java.util.ArrayList<>();
    values.forEach(v -> items.add(of(v)));
    return new Arr(items);
  }

  /** An object being built; the order of calls does not matter. */
  static Builder object() {
    return new Builder();
  }

  /** Collects the members of an object. */
  final class Builder {
    private final Map<String, Json> members = new TreeMap<>();

    private Builder() {}

    public Builder put(String key, Json value) {
      if (members.put(key, value) != null) {
        throw new IllegalArgumentException("member twice: " + key);
      }
      return this;
    }

    public Builder put(String key, String value) {
      return put(key, of(value));
    }

    public Builder put(String key, long value) {
      return put(key, of(value));
    }

    public Builder put(String key, boolean value) {
      return put(key, of(value));
    }

    public Builder put(String key, List<? extends Json> items) {
      return put(key, array(items));
    }

    public Obj build() {
      return new Obj(members);
    }
  }
}
