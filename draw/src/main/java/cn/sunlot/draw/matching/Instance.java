package cn.sunlot.draw.matching;

import cn.sunlot.draw.Tickets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One matching problem in numbers: slots in the order of step 1, persons in byte order, groups and
 * classes as they come. Who may fill a slot is not spelled out per slot (10,000 visits × 3 roles ×
 * 667 persons would be 20 million entries) but is the members of its class without the persons
 * barred from its group.
 */
final class Instance {
  final Slot[] slots;
  final String[] persons;

  /** How many more groups each person may serve, at most the number of slots. */
  final int[] capacity;

  /** Group and class of each slot. */
  final int[] group;

  final int[] clazz;

  /** Slots of each group. */
  final int[][] slotsOf;

  /** Available members of each class with a capacity, and all available members, ascending. */
  final int[][] members;

  final int[][] everyMember;

  /** Persons recused from each group or serving in it already. */
  final int[][] barred;

  Instance(Standing standing, List<Slot> open, Tickets tickets) {
    slots = inOrder(open, tickets);
    Map<String, Long> left = standing.capacitiesLeft();
    persons = left.keySet().stream().sorted().toArray(String[]::new);
    Map<String, Integer> personIndex = index(persons);
    capacity = new int[persons.length];
    Arrays.setAll(capacity, p -> capacity(standing, left.getOrDefault(persons[p], 0L), p));

    String[] groups = Arrays.stream(slots).map(Slot::group).distinct().toArray(String[]::new);
    Map<String, Integer> groupIndex = index(groups);
    group = Arrays.stream(slots).mapToInt(slot -> at(groupIndex, slot.group())).toArray();
    slotsOf = slotsByGroup(groups.length);
    Map<String, Collection<String>> out = standing.barred();
    barred = new int[groups.length][];
    Arrays.setAll(barred, g -> numbers(out.getOrDefault(groups[g], List.of()), personIndex));

    Map<Slot, String> classOf = standing.roster().slots();
    String[] classes = standing.roster().classes().keySet().toArray(String[]::new);
    Map<String, Integer> classIndex = index(classes);
    clazz =
        Arrays.stream(slots).mapToInt(s -> at(classIndex, classOf.getOrDefault(s, ""))).toArray();
    everyMember = new int[classes.length][];
    Arrays.setAll(everyMember, c -> available(standing, classes[c], personIndex));
    members = new int[classes.length][];
    Arrays.setAll(
        members, c -> Arrays.stream(everyMember[c]).filter(p -> capacity[p] > 0).toArray());
  }

  private int capacity(Standing standing, long left, int p) {
    return standing.isAbsent(persons[p]) ? 0 : (int) Math.min(left, slots.length);
  }

  private static int[] available(Standing standing, String name, Map<String, Integer> index) {
    List<String> all = standing.roster().classes().getOrDefault(name, List.of());
    return numbers(all.stream().filter(person -> !standing.isAbsent(person)).toList(), index);
  }

  /** Step 1's order: by ticket, then label. */
  private static Slot[] inOrder(List<Slot> open, Tickets tickets) {
    record Ranked(byte[] ticket, Slot slot) {}
    return open.stream()
        .map(slot -> new Ranked(tickets.of("slot|" + slot.label()), slot))
        .sorted(
            Comparator.comparing(Ranked::ticket, Arrays::compareUnsigned)
                .thenComparing(ranked -> ranked.slot().label()))
        .map(Ranked::slot)
        .toArray(Slot[]::new);
  }

  private static Map<String, Integer> index(String[] names) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      index.put(names[i], i);
    }
    return index;
  }

  private static int at(Map<String, Integer> index, String name) {
    return index.getOrDefault(name, -1);
  }

  /** Persons without a number are absent and cannot serve anyway. */
  private static int[] numbers(Collection<String> names, Map<String, Integer> index) {
    return names.stream().mapToInt(name -> at(index, name)).filter(i -> i >= 0).sorted().toArray();
  }

  private int[][] slotsByGroup(int groups) {
    int[] size = new int[groups];
    for (int g : group) {
      size[g]++;
    }
    int[][] byGroup = new int[groups][];
    Arrays.setAll(byGroup, g -> new int[size[g]]);
    for (int s = slots.length - 1; s >= 0; s--) {
      byGroup[group[s]][--size[group[s]]] = s;
    }
    return byGroup;
  }

  int slotCount() {
    return slots.length;
  }

  boolean isBarred(int person, int slot) {
    return Arrays.binarySearch(barred[group[slot]], person) >= 0;
  }

  byte[] pairLabel(int slot) {
    return ("pair|" + slots[slot].label() + "|").getBytes(StandardCharsets.US_ASCII);
  }
}
