package cn.sunlot.draw.json;

import cn.sunlot.draw.text.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A value with its path in the document, read as the kind that is expected there.
 *
 * <p>Every method throws {@link Refusal} naming the path if the value is of another kind.
 *
 * @param path like {@code $.strata.A.size}
 * @param value what stands there
 */
public record Node(String path, Json value) {

  /** The root of a document. */
  public static Node root(Json document) {
    return new Node("$", document);
  }

  /** Any string. */
  public String text() {
    if (value instanceof Json.Text t) {
      return t.value();
    }
    throw Refusal.of("json.want-text", path);
  }

  /** A string that matches the pattern as a whole. */
  public String text(Pattern pattern) {
    String text = text();
    if (!pattern.matcher(text).matches()) {
      throw Refusal.of("json.want-pattern", path, text, pattern.pattern());
    }
    return text;
  }

  /** An integer from min to max, both included. */
  public long integer(long min, long max) {
    if (!(value instanceof Json.Int i)) {
      throw Refusal.of("json.want-integer", path);
    }
    if (i.value() < min || i.value() > max) {
      throw Refusal.of("json.want-range", path, i.value(), min, max);
    }
    return i.value();
  }

  /** true or false. */
  public boolean truth() {
    if (value instanceof Json.Bool b) {
      return b.value();
    }
    throw Refusal.of("json.want-truth", path);
  }

  /** The items of an array. */
  public List<Node> items() {
    if (!(value instanceof Json.Arr array)) {
      throw Refusal.of("json.want-array", path);
    }
    List<Node> nodes = new ArrayList<>(array.items().size());
    for (int i = 0; i < array.items().size(); i++) {
      nodes.add(new Node(path + "[" + i + "]", array.items().get(i)));
    }
    return nodes;
  }

  /** The members of an object, in byte order of their keys. */
  public Map<String, Node> members() {
    Map<String, Node> nodes = new TreeMap<>();
    object().members().forEach((key, v) -> nodes.put(key, new Node(path + "." + key, v)));
    return nodes;
  }

  /** The member of this name, which must be there. */
  public Node get(String key) {
    return find(key).orElseThrow(() -> Refusal.of("json.missing", path, key));
  }

  /** The member of this name, if it is there. */
  public Optional<Node> find(String key) {
    return Optional.ofNullable(object().members().get(key)).map(v -> new Node(path + "." + key, v));
  }

  /** This object, which must have no members but these: nothing unknown in a document (V1). */
  public Node only(String... known) {
    Set<String> unknown = new TreeSet<>(object().members().keySet());
    unknown.removeAll(Set.of(known));
    if (!unknown.isEmpty()) {
      throw Refusal.of("json.unknown", path, String.join(", ", unknown));
    }
    return this;
  }

  private Json.Obj object() {
    if (value instanceof Json.Obj object) {
      return object;
    }
    throw Refusal.of("json.want-object", path);
  }
}
