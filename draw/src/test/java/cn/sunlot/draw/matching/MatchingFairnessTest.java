package cn.sunlot.draw.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the matching gives (end of section 9), and how others got the matching of inspectors wrong.
 */
class MatchingFairnessTest {

  private static Roster pairs(int groups, int persons, long capacity) {
    Map<String, Long> capacities = new LinkedHashMap<>();
    for (int p = 0; p < persons; p++) {
      capacities.put("p" + p, capacity);
    }
    List<String> names = List.copyOf(capacities.keySet());
    List<String> visits = new ArrayList<>();
    Map<Slot, String> slots = new LinkedHashMap<>();
    for (int g = 0; g < groups; g++) {
      visits.add("v" + g);
      slots.put(new Slot("v" + g, "a-leader"), "officer");
      slots.put(new Slot("v" + g, "b-second"), "officer");
    }
    return new Roster(
        visits, capacities, Map.of("officer", names), slots, List.of(), List.of(), true);
  }

  private static Map<Slot, String> assignment(MatchResult result) {
    Map<Slot, String> assignment = new HashMap<>();
    result.slots().forEach(a -> assignment.put(a.slot(), a.person()));
    return assignment;
  }

  private static double chiSquare(Map<?, Integer> counts, int cells, int draws) {
    double expected = (double) draws / cells;
    double missing = (cells - counts.size()) * expected;
    return missing
        + counts.values().stream()
            .mapToDouble(n -> (n - expected) * (n - expected) / expected)
            .sum();
  }

  @Test
  void interchangeable_inspectors_have_the_same_chance_of_every_slot() {
    Roster roster = pairs(3, 6, 1);
    for (Slot slot : roster.slots().keySet()) {
      Map<String, Integer> counts = new HashMap<>();
      for (int seed = 0; seed < 6000; seed++) {
        MatchResult result = Matching.draw(roster, Rosters.tickets(seed));
        counts.merge(assignment(result).getOrDefault(slot, ""), 1, Integer::sum);
      }
      assertThat(chiSquare(counts, 6, 6000))
          .as("%s %s, 5 df, p=0.001", slot, counts)
          .isLessThan(20.52);
    }
  }

  @Test
  void interchangeable_inspectors_keep_the_same_chance_beside_a_scarce_one() {
    Roster roster =
        new Roster(
            List.of("v0", "v1"),
            Map.of("x", 2L, "p0", 1L, "p1", 1L, "p2", 1L),
            Map.of("leader", List.of("x", "p0"), "second", List.of("p0", "p1", "p2")),
            Map.of(
                new Slot("v0", "a"), "leader",
                new Slot("v1", "a"), "leader",
                new Slot("v0", "b"), "second",
                new Slot("v1", "b"), "second"),
            List.of(),
            List.of(),
            false);
    Map<Boolean, Integer> counts = new HashMap<>();
    int both = 0;
    for (int seed = 0; seed < 8000; seed++) {
      Set<String> second = new HashSet<>();
      assignment(Matching.draw(roster, Rosters.tickets(seed)))
          .forEach(
              (slot, p) -> {
                if (slot.role().equals("b")) {
                  second.add(p);
                }
              });
      if (second.contains("p1") != second.contains("p2")) {
        counts.merge(second.contains("p1"), 1, Integer::sum);
      } else {
        both++;
      }
    }
    assertThat(both).isPositive();
    assertThat(chiSquare(counts, 2, 8000 - both)).as("%s, 1 df, p=0.001", counts).isLessThan(10.83);
  }

  @Test
  void neighbours_on_the_list_do_not_always_form_the_pair() {
    Roster roster = pairs(4, 8, 1);
    Map<Set<String>, Integer> pairs = new HashMap<>();
    for (int seed = 0; seed < 5000; seed++) {
      Map<Slot, String> drawn = assignment(Matching.draw(roster, Rosters.tickets(seed)));
      pairs.merge(
          new TreeSet<>(
              Set.of(
                  drawn.getOrDefault(new Slot("v0", "a-leader"), ""),
                  drawn.getOrDefault(new Slot("v0", "b-second"), ""))),
          1,
          Integer::sum);
    }
    assertThat(pairs).hasSize(28);
    assertThat(chiSquare(pairs, 28, 5000)).as("27 df, p=0.001").isLessThan(55.48);
  }

  @Test
  void nobody_is_in_a_pair_twice_nor_serves_more_than_the_capacity_or_the_cap() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Roster roster = Rosters.random(random);
      MatchResult result = Matching.draw(roster, Rosters.tickets(seed));
      Standing now = Standing.before(roster).with(result);
      if (result.cap().isPresent()) {
        long cap = result.cap().getAsLong();
        Map<String, Long> load = new HashMap<>();
        result.slots().forEach(a -> load.merge(a.person(), 1L, Long::sum));
        assertThat(load.values()).allMatch(n -> n <= cap);
      }
      InspectorRound input = Rosters.round(now, random);
      Standing after = now.after(input);
      now = after.with(Matching.round(after, input.open(), Rosters.tickets(-seed - 1)));
      Set<String> served = new HashSet<>();
      now.holders()
          .forEach(
              (s, p) -> assertThat(served.add(s.group() + " " + p)).as("%s %s", s, p).isTrue());
      assertThat(now.capacitiesLeft().values()).allMatch(n -> n >= 0);
    }
  }

  /**
   * Gives each slot, in random order, a random suitable person, and leaves it empty if there is
   * none.
   */
  private static int greedyAndSkip(Roster roster, Random random) {
    List<Slot> slots = new ArrayList<>(roster.slots().keySet());
    Collections.shuffle(slots, random);
    Map<String, Long> left = new HashMap<>(roster.persons());
    Set<Recusal> out = new HashSet<>(roster.recused());
    int filled = 0;
    for (Slot slot : slots) {
      List<String> suitable =
          roster.classes().getOrDefault(roster.slots().getOrDefault(slot, ""), List.of()).stream()
              .filter(p -> left.getOrDefault(p, 0L) > 0)
              .filter(p -> !out.contains(new Recusal(slot.group(), p)))
              .toList();
      if (!suitable.isEmpty()) {
        String p = suitable.get(random.nextInt(suitable.size()));
        left.merge(p, -1L, Long::sum);
        out.add(new Recusal(slot.group(), p));
        filled++;
      }
    }
    return filled;
  }

  @Test
  void everything_feasible_is_filled_where_drawing_at_random_and_skipping_is_not() {
    int feasible = 0;
    int greedyBroke = 0;
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      Roster roster = Rosters.random(random);
      int slots = roster.slots().size();
      MatchResult result = Matching.draw(roster, Rosters.tickets(seed));
      int greedy = greedyAndSkip(roster, random);
      assertThat(result.slots().size()).isGreaterThanOrEqualTo(greedy);
      if (result.unfilled().isEmpty()) {
        feasible++;
        greedyBroke += greedy < slots ? 1 : 0;
      }
    }
    assertThat(feasible).isGreaterThan(300);
    assertThat(greedyBroke).isGreaterThan(feasible / 20);
  }

  private static void enumerate(
      Roster roster, List<Slot> slots, Map<Slot, String> chosen, Set<Map<Slot, String>> all) {
    if (chosen.size() == slots.size()) {
      all.add(Map.copyOf(chosen));
      return;
    }
    Slot slot = slots.get(chosen.size());
    for (String p :
        roster.classes().getOrDefault(roster.slots().getOrDefault(slot, ""), List.of())) {
      boolean inGroup =
          chosen.entrySet().stream()
              .anyMatch(e -> e.getKey().group().equals(slot.group()) && e.getValue().equals(p));
      long load = chosen.values().stream().filter(p::equals).count();
      boolean recused = roster.recused().contains(new Recusal(slot.group(), p));
      if (!inGroup && !recused && load < roster.persons().getOrDefault(p, 0L)) {
        chosen.put(slot, p);
        enumerate(roster, slots, chosen, all);
        chosen.remove(slot);
      }
    }
  }

  @Test
  void every_feasible_assignment_occurs() {
    Roster roster =
        new Roster(
            List.of("v0", "v1", "v2"),
            Map.of("p0", 2L, "p1", 1L, "p2", 2L, "p3", 1L),
            Map.of("lead", List.of("p0", "p1", "p2"), "second", List.of("p0", "p2", "p3")),
            Map.of(
                new Slot("v0", "a"), "lead",
                new Slot("v0", "b"), "second",
                new Slot("v1", "a"), "lead",
                new Slot("v1", "b"), "second",
                new Slot("v2", "a"), "lead"),
            List.of(new Recusal("v2", "p2")),
            List.of(),
            false);
    Set<Map<Slot, String>> all = new HashSet<>();
    enumerate(roster, List.copyOf(roster.slots().keySet()), new HashMap<>(), all);
    Set<Map<Slot, String>> drawn = new HashSet<>();
    for (int seed = 0; seed < 5000; seed++) {
      drawn.add(assignment(Matching.draw(roster, Rosters.tickets(seed))));
    }
    assertThat(all).hasSizeGreaterThan(10);
    assertThat(drawn).isEqualTo(all);
  }

  @Test
  void the_order_of_the_document_means_nothing() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Roster roster = Rosters.random(random);
      assertThat(Matching.draw(shuffled(roster, random), Rosters.tickets(seed)))
          .isEqualTo(Matching.draw(roster, Rosters.tickets(seed)));
    }
  }

  private static Roster shuffled(Roster roster, Random random) {
    Map<String, Long> persons = new LinkedHashMap<>();
    mixed(roster.persons().entrySet(), random).forEach(e -> persons.put(e.getKey(), e.getValue()));
    Map<String, List<String>> classes = new LinkedHashMap<>();
    mixed(roster.classes().entrySet(), random)
        .forEach(e -> classes.put(e.getKey(), mixed(e.getValue(), random)));
    Map<Slot, String> slots = new LinkedHashMap<>();
    mixed(roster.slots().entrySet(), random).forEach(e -> slots.put(e.getKey(), e.getValue()));
    return new Roster(
        mixed(roster.groups(), random),
        persons,
        classes,
        slots,
        mixed(roster.recused(), random),
        mixed(roster.absent(), random),
        roster.balance());
  }

  private static <T> List<T> mixed(java.util.Collection<T> items, Random random) {
    List<T> mixed = new ArrayList<>(items);
    Collections.shuffle(mixed, random);
    return mixed;
  }
}
