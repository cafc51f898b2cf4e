package cn.sunlot.draw.matching;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What section 9 demands of a roster, however it came to be. */
final class RosterCheck {
  private final Set<String> groups;
  private final Set<String> everybody;

  RosterCheck(List<String> groups, Map<String, Long> persons, List<Absence> absent) {
    this.groups = Roster.unique(groups, "$.groups");
    this.everybody = new HashSet<>(persons.keySet());
    groups.forEach(group -> name(group, "$.groups", Names.LABEL));
    persons.forEach(
        (person, capacity) -> {
          name(person, "$.persons", Names.LABEL);
          new Node("$.persons." + person, Json.of(capacity)).integer(0, Json.Int.LIMIT - 1);
        });
    for (Absence absence : absent) {
      name(absence.person(), "$.absent", Names.LABEL);
      name(absence.reason(), "$.absent", Names.CODE);
      if (!everybody.add(absence.person())) {
        throw Refusal.of("roster.absent-twice", "$.absent", absence.person());
      }
    }
  }

  void classes(Map<String, List<String>> classes) {
    classes.forEach(
        (name, members) -> {
          name(name, "$.classes", Names.CODE);
          String path = "$.classes." + name;
          for (String member : Roster.unique(members, path)) {
            if (!everybody.contains(member)) {
              throw Refusal.of("roster.member-unknown", path, member);
            }
          }
        });
  }

  void slots(Map<Slot, String> slots, Set<String> classes) {
    slots.forEach(
        (slot, clazz) -> {
          name(slot.role(), "$.slots", Names.CODE);
          if (!groups.contains(slot.group())) {
            throw Refusal.of("roster.group-unknown", "$.slots", slot.group());
          }
          if (!classes.contains(clazz)) {
            throw Refusal.of("roster.class-unknown", "$.slots", slot, clazz);
          }
        });
  }

  void recused(List<Recusal> recused) {
    Roster.unique(recused, "$.recused");
    recused.forEach(recusal -> recusal(recusal, groups, everybody));
  }

  static void recusal(Recusal recusal, Set<String> groups, Set<String> everybody) {
    if (!groups.contains(recusal.group())) {
      throw Refusal.of("roster.group-unknown", "$.recused", recusal.group());
    }
    person(recusal.person(), everybody, "$.recused");
  }

  static void person(String person, Set<String> everybody, String path) {
    if (!everybody.contains(person)) {
      throw Refusal.of("roster.person-unknown", path, person);
    }
  }

  private static void name(String name, String path, Pattern shape) {
    new Node(path, Json.of(name)).text(shape);
  }
}
