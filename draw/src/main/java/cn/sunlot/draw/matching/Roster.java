package cn.sunlot.draw.matching;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roster document of section 9: who may be drawn for what.
 *
 * <p>The order of its lists means nothing to the result. Every roster is valid: the constructor
 * refuses names that are unknown, double or of the wrong shape with a {@link Refusal} that says
 * where.
 *
 * @param groups what teams are formed for; unique
 * @param persons how many groups each person may serve at most; 0 is allowed
 * @param classes members of each class; each is in {@code persons} or absent
 * @param slots the class that each slot is filled from
 * @param recused who must not serve in which group; unique
 * @param absent inspectors of the pool who cannot be drawn; none of them is in {@code persons}
 * @param balance whether to spread the work: the smallest common cap that fills as many slots
 */
public record Roster(
    List<String> groups,
    Map<String, Long> persons,
    Map<String, List<String>> classes,
    Map<Slot, String> slots,
    List<Recusal> recused,
    List<Absence> absent,
    boolean balance) {

  public Roster {
    groups = List.copyOf(groups);
    persons = Collections.unmodifiableMap(new LinkedHashMap<>(persons));
    classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    recused = List.copyOf(recused);
    absent = List.copyOf(absent);
    RosterCheck check = new RosterCheck(groups, persons, absent);
    check.classes(classes);
    check.slots(slots, classes.keySet());
    check.recused(recused);
  }

  /**
   * Reads the document.
   *
   * @throws Refusal if it is not a roster, naming the path and the value
   */
  public static Roster read(Json document) {
    Node root =
        Node.root(document)
            .only("groups", "persons", "classes", "slots", "recused", "absent", "balance");
    Map<String, Long> persons = new LinkedHashMap<>();
    root.get("persons")
        .members()
        .forEach((person, node) -> persons.put(person, node.integer(0, Json.Int.LIMIT - 1)));
    Map<String, List<String>> classes = new LinkedHashMap<>();
    root.get("classes").members().forEach((name, node) -> classes.put(name, names(node)));
    return new Roster(
        names(root.get("groups")),
        persons,
        classes,
        slots(root.get("slots")),
        root.get("recused").items().stream().map(Recusal::read).toList(),
        root.get("absent").items().stream().map(Absence::read).toList(),
        root.get("balance").truth());
  }

  private static Map<Slot, String> slots(Node array) {
    Map<Slot, String> slots = new LinkedHashMap<>();
    for (Node node : array.items()) {
      Slot slot = Slot.read(node.only("group", "role", "class"));
      if (slots.put(slot, node.get("class").text(Names.CODE)) != null) {
        throw Refusal.of("roster.twice", node.path(), slot);
      }
    }
    return slots;
  }

  private static List<String> names(Node array) {
    return array.items().stream().map(node -> node.text(Names.LABEL)).toList();
  }

  /** The document, whose canonical form is hashed and published. */
  public Json.Obj json() {
    Json.Builder capacities = Json.object();
    persons.forEach(capacities::put);
    Json.Builder members = Json.object();
    classes.forEach((name, persons) -> members.put(name, Json.texts(persons)));
    List<Json> places = new ArrayList<>(slots.size());
    slots.forEach((slot, name) -> places.add(slot.members().put("class", name).build()));
    return Json.object()
        .put("groups", Json.texts(groups))
        .put("persons", capacities.build())
        .put("classes", members.build())
        .put("slots", places)
        .put("recused", recused.stream().map(Recusal::json).toList())
        .put("absent", absent.stream().map(Absence::json).toList())
        .put("balance", balance)
        .build();
  }

  /** Everybody in the roster, available or absent. */
  Set<String> everybody() {
    Set<String> everybody = new HashSet<>(persons.keySet());
    absent.forEach(absence -> everybody.add(absence.person()));
    return everybody;
  }

  /** The values as a set; refuses a value that occurs twice. */
  static <T> Set<T> unique(Collection<T> values, String path) {
    Set<T> seen = new HashSet<>();
    for (T value : values) {
      if (!seen.add(value)) {
        throw Refusal.of("roster.twice", path, value);
      }
    }
    return seen;
  }
}
