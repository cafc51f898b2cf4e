package cn.sunlot.draw.verify;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.text.Say;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first place where two JSON values differ.
 *
 * @param path of the place
 * @param kind {@code value}, or {@code length} of a list
 * @param stands what stands in a file
 * @param computed what was computed, or stands elsewhere
 */
public record Difference(String path, String kind, String stands, String computed) {

  private static final int SHOWN = 100;

  /** The first difference, if there is one, between what stands in a file and what was computed. */
  public static Optional<Difference> first(String path, Json stands, Json computed) {
    if (stands instanceof Json.Obj a && computed instanceof Json.Obj b) {
      return members(path, a.members(), b.members());
    }
    if (stands instanceof Json.Arr a && computed instanceof Json.Arr b) {
      return items(path, a, b);
    }
    return stands.equals(computed) ? Optional.empty() : Optional.of(at(path, stands, computed));
  }

  private static Optional<Difference> items(String path, Json.Arr stands, Json.Arr computed) {
    int both = Math.min(stands.items().size(), computed.items().size());
    for (int i = 0; i < both; i++) {
      String at = path + "[" + i + "]";
      Optional<Difference> here = first(at, stands.items().get(i), computed.items().get(i));
      if (here.isPresent()) {
        return here;
      }
    }
    return stands.items().size() == computed.items().size()
        ? Optional.empty()
        : Optional.of(
            new Difference(
                path, "length", "" + stands.items().size(), "" + computed.items().size()));
  }

  private static Optional<Difference> members(
      String path, Map<String, Json> stands, Map<String, Json> computed) {
    Map<String, Json> all = new TreeMap<>(stands);
    all.putAll(computed);
    for (String key : new TreeSet<>(all.keySet())) {
      String at = path + "." + key;
      Json a = stands.get(key);
      Json b = computed.get(key);
      Optional<Difference> here =
          a == null || b == null ? Optional.of(at(at, a, b)) : first(at, a, b);
      if (here.isPresent()) {
        return here;
      }
    }
    return Optional.empty();
  }

  private static Difference at(String path, @Nullable Json stands, @Nullable Json computed) {
    return new Difference(path, "value", show(stands), show(computed));
  }

  /** The message of a verifier. */
  Say say() {
    return Say.of("differs." + kind, path, stands, computed);
  }

  private static String show(@Nullable Json value) {
    String text = value == null ? "–" : Jcs.text(value);
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
