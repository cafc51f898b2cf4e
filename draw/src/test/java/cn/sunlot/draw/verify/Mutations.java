package cn.sunlot.draw.verify;

import cn.sunlot.draw.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All documents that differ from one in a single place: a value changed, dropped, repeated, or
 * swapped with the next.
 */
final class Mutations {

  enum Kind {
    CHANGED,
    DROPPED,
    REPEATED,
    SWAPPED
  }

  /** A document with one change; {@code path} names where, without indices. */
  record Mutant(Kind kind, String path, Json document) {}

  private final List<Mutant> all = new ArrayList<>();

  private Mutations() {}

  static List<Mutant> of(Json document) {
    Mutations mutations = new Mutations();
    mutations.visit("$", document, changed -> changed);
    return mutations.all;
  }

  private void visit(String path, Json value, Function<Json, Json> whole) {
    if (value instanceof Json.Obj object) {
      members(path, object.members(), whole);
    } else if (value instanceof Json.Arr array) {
      items(path, array.items(), whole);
    } else {
      all.add(new Mutant(Kind.CHANGED, path, whole.apply(changed(value))));
    }
  }

  private void members(String path, Map<String, Json> members, Function<Json, Json> whole) {
    members.forEach(
        (key, value) -> {
          Map<String, Json> less = new TreeMap<>(members);
          less.remove(key);
          String at = path + "." + key;
          all.add(new Mutant(Kind.DROPPED, at, whole.apply(new Json.Obj(less))));
          visit(
              at,
              value,
              changed -> {
                Map<String, Json> other = new TreeMap<>(members);
                other.put(key, changed);
                return whole.apply(new Json.Obj(other));
              });
        });
  }

  private void items(String path, List<Json> items, Function<Json, Json> whole) {
    for (int i = 0; i < items.size(); i++) {
      int at = i;
      List<Json> less = new ArrayList<>(items);
      less.remove(at);
      all.add(new Mutant(Kind.DROPPED, path + "[]", whole.apply(new Json.Arr(less))));
      List<Json> more = new ArrayList<>(items);
      more.add(at, items.get(at));
      all.add(new Mutant(Kind.REPEATED, path + "[]", whole.apply(new Json.Arr(more))));
      if (i > 0) {
        List<Json> swapped = new ArrayList<>(items);
        swapped.set(at, items.get(at - 1));
        swapped.set(at - 1, items.get(at));
        all.add(new Mutant(Kind.SWAPPED, path + "[]", whole.apply(new Json.Arr(swapped))));
      }
      visit(
          path + "[]",
          items.get(at),
          changed -> {
            List<Json> other = new ArrayList<>(items);
            other.set(at, changed);
            return whole.apply(new Json.Arr(other));
          });
    }
  }

  /** Another value of the same look, so that only its meaning can give it away. */
  private static Json changed(Json value) {
    if (value instanceof Json.Int i) {
      return Json.of(i.value() + 1);
    } else if (value instanceof Json.Bool b) {
      return Json.of(!b.value());
    }
    String text = ((Json.Text) value).value();
    if (text.isEmpty()) {
      return Json.of("0".repeat(64));
    }
    int at = text.endsWith("Z") ? text.length() - 2 : text.length() - 1;
    char last = text.charAt(at);
    char other = last == '1' ? '2' : last >= '0' && last <= '9' ? '1' : last == 'a' ? 'b' : 'a';
    return Json.of(text.substring(0, at) + other + text.substring(at + 1));
  }
}
