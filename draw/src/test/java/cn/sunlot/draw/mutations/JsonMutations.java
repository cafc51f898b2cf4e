package cn.sunlot.draw.mutations;

import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The mutations of a JSON file: every kind of place, which is a path without numbers, changed in
 * every way, at its first and at its last instance.
 */
final class JsonMutations {

  /** Objects whose member names are data; in places they are written {@code *}. */
  static final Set<String> MAPS =
      Set.of(
          "commitment.json $.excluded.reasons",
          "commitment.json $.strata",
          "result.json $.rounds[].strata",
          "rounds/N.json $.strata",
          "roster.json $.persons",
          "roster.json $.classes");

  private static final Set<String> MEANING = Set.of("changed", "dropped", "repeated", "swapped");

  private final String file;
  private final String text;
  private final Map<String, List<Mutation>> byPlace = new LinkedHashMap<>();

  private JsonMutations(String file, String text) {
    this.file = file;
    this.text = text;
  }

  static List<Mutation> of(String file, byte[] bytes) {
    JsonMutations mutations = new JsonMutations(file, new String(bytes, StandardCharsets.UTF_8));
    mutations.visit("$", Jcs.parse(bytes));
    List<Mutation> all = new ArrayList<>();
    mutations.byPlace.values().forEach(same -> addSome(all, same));
    all.addAll(mutations.spellings());
    return all;
  }

  /** What is refused for its form is so wherever it stands: once is enough. */
  private static void addSome(List<Mutation> all, List<Mutation> same) {
    all.add(same.get(0));
    if (same.size() > 1 && MEANING.contains(same.get(0).what())) {
      all.add(same.get(same.size() - 1));
    }
  }

  /** Name of a file without the number of the round. */
  static String kind(String file) {
    return file.replaceAll("rounds/\\d+", "rounds/N").replaceAll("log/\\d+", "log/N");
  }

  /** The place of a path: without indices, and without names that are data. */
  static String place(String file, String path) {
    StringBuilder place = new StringBuilder("$");
    for (String step : Edit.path(path)) {
      if (step.chars().allMatch(Character::isDigit)) {
        place.append("[]");
      } else if (MAPS.contains(kind(file) + " " + place)) {
        place.append(".*");
      } else {
        place.append('.').append(step);
      }
    }
    return place.toString();
  }

  private void add(String what, Op op, String path, Json with) {
    String place = what + " " + place(file, path);
    byPlace
        .computeIfAbsent(place, p -> new ArrayList<>())
        .add(new Mutation(what, file, op, path, with));
  }

  private void visit(String path, Json value) {
    Json none = Json.of("");
    if (value instanceof Json.Obj object) {
      added(path, object);
      object
          .members()
          .forEach(
              (key, member) -> {
                add("dropped", Op.DROP, path + "." + key, none);
                visit(path + "." + key, member);
              });
    } else if (value instanceof Json.Arr array) {
      for (int i = 0; i < array.items().size(); i++) {
        String at = path + "[" + i + "]";
        add("dropped", Op.DROP, at, none);
        add("repeated", Op.REPEAT, at, none);
        if (i > 0) {
          add("swapped", Op.SWAP, at, none);
        }
        visit(at, array.items().get(i));
      }
    } else {
      values(path, value);
    }
    add(
        "of another type",
        Op.SET,
        path,
        value instanceof Json.Arr ? Json.of(1) : Json.array(List.of()));
  }

  /** A name that is data stands for a copy of another member; any other is unknown. */
  private void added(String path, Json.Obj object) {
    Json with =
        object.members().isEmpty() ? Json.of(1) : object.members().values().iterator().next();
    add("added", Op.PUT, path + ".zz", with);
  }

  private void values(String path, Json value) {
    if (value instanceof Json.Int i) {
      add("changed", Op.SET, path, Json.of(i.value() + 1));
      add("negative", Op.SET, path, Json.of(-1));
    } else if (value instanceof Json.Bool b) {
      add("changed", Op.SET, path, Json.of(!b.value()));
    } else {
      String stands = ((Json.Text) value).value();
      add("changed", Op.SET, path, Json.of(other(stands)));
      add("with a line feed", Op.SET, path, Json.of(stands + "\n"));
    }
  }

  /** Another value of the same look that the document does not hold already. */
  private String other(String value) {
    if (value.isEmpty()) {
      return "0".repeat(64);
    }
    int at = value.endsWith("Z") ? value.length() - 2 : value.length() - 1;
    return "0123456789abcdef"
        .chars()
        .filter(c -> c != value.charAt(at))
        .mapToObj(c -> value.substring(0, at) + (char) c + value.substring(at + 1))
        .filter(other -> !text.contains('"' + other + '"'))
        .findFirst()
        .orElseThrow();
  }

  /** The same document, not as RFC 8785 spells it. */
  private List<Mutation> spellings() {
    List<Mutation> all = new ArrayList<>();
    all.add(splice("a blank before it", 0, 0, " "));
    all.add(splice("a line feed after it", text.getBytes(StandardCharsets.UTF_8).length, 0, "\n"));
    all.add(splice("a byte order mark", 0, 0, "\u00ef\u00bb\u00bf"));
    all.add(splice("without its end", -1, 1, ""));
    all.add(splice("a byte that is no UTF-8", 1, 0, "\"\u00ff"));
    int name = text.indexOf('"') + 1;
    if (name > 0) {
      String first = text.substring(name, name + 1);
      all.add(
          splice(
              "a letter as an escape", name, 1, String.format("\\u%04x", (int) first.charAt(0))));
    }
    int member = text.indexOf("{\"");
    if (member >= 0) {
      String key = text.substring(member + 1, text.indexOf(':', member) + 1);
      int at = text.substring(0, member + 1).getBytes(StandardCharsets.UTF_8).length;
      all.add(splice("a member twice", at, 0, key + "1,"));
      all.add(splice("members out of order", at, 0, "\"zz\":1,"));
      all.add(splice("a fraction", at, 0, key.replace("\":", "0\":1.0,")));
      all.add(splice("nothing as a value", at, 0, key.replace("\":", "0\":null,")));
    }
    return all;
  }

  private Mutation splice(String what, int offset, int length, String with) {
    Json parts = Json.array(List.of(Json.of(length), Json.of(with)));
    return new Mutation(what, file, Op.SPLICE, Integer.toString(offset), parts);
  }
}
