package cn.sunlot.bench;

import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.matching.Slot;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A roster in numbers: who is eligible for which slot. Written apart from the library's own. */
final class Eligibility {
  final Slot[] slots;
  final String[] persons;
  final long[] capacity;

  /** The visit of each slot, from 0. */
  final int[] visit;

  final int visits;

  /** The persons of each slot: its class without the absent and the recused. */
  final int[][] eligible;

  Eligibility(Roster roster) {
    slots = roster.slots().keySet().toArray(Slot[]::new);
    persons = roster.persons().keySet().toArray(String[]::new);
    capacity =
        Arrays.stream(persons).mapToLong(p -> roster.persons().getOrDefault(p, 0L)).toArray();
    Map<String, Integer> personIndex = index(persons);
    Map<String, Integer> visitIndex = index(roster.groups().toArray(String[]::new));
    visits = visitIndex.size();
    visit = Arrays.stream(slots).mapToInt(s -> visitIndex.getOrDefault(s.group(), -1)).toArray();

    Map<Integer, BitSet> recused = new HashMap<>();
    roster
        .recused()
        .forEach(
            r -> {
              Integer person = personIndex.get(r.person());
              if (person != null) {
                recused.computeIfAbsent(visitIndex.get(r.group()), v -> new BitSet()).set(person);
              }
            });
    Map<String, int[]> members = new HashMap<>();
    roster.classes().forEach((name, all) -> members.put(name, numbers(all, personIndex)));
    BitSet nobody = new BitSet();
    eligible = new int[slots.length][];
    Arrays.setAll(
        eligible,
        s -> {
          BitSet out = recused.getOrDefault(visit[s], nobody);
          int[] all = members.getOrDefault(roster.slots().getOrDefault(slots[s], ""), new int[0]);
          return Arrays.stream(all).filter(p -> !out.get(p)).toArray();
        });
  }

  /** The absent have no number. */
  private static int[] numbers(List<String> names, Map<String, Integer> index) {
    return names.stream().mapToInt(n -> index.getOrDefault(n, -1)).filter(p -> p >= 0).toArray();
  }

  private static Map<String, Integer> index(String[] names) {
    Map<String, Integer> index = new HashMap<>();
    for (String name : names) {
      index.put(name, index.size());
    }
    return index;
  }

  long pairs() {
    return Arrays.stream(eligible).mapToLong(e -> e.length).sum();
  }
}
