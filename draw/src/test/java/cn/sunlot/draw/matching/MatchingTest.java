package cn.sunlot.draw.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.Tickets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Ties, blocks, threads, the cap, and long chains. */
class MatchingTest {

  /** Tickets that agree in all but the last bit, or wholly. */
  private static Tickets weak(int values) {
    return label -> {
      byte[] ticket = new byte[Tickets.LENGTH];
      ticket[31] = (byte) Math.floorMod(label.hashCode(), values);
      return ticket;
    };
  }

  @Test
  void tickets_that_agree_in_their_first_bytes_are_compared_in_full_and_then_by_name() {
    for (int seed = 0; seed < 300; seed++) {
      Roster roster = Rosters.random(new Random(seed));
      Tickets tickets = weak(1 + seed % 3);
      assertThat(Matching.draw(roster, tickets))
          .as("seed %d", seed)
          .isEqualTo(new Reference(roster, List.of(), List.of(), tickets).result());
    }
  }

  private static Roster single(int visits, int persons, long capacity, boolean balance) {
    Map<String, Long> capacities = new LinkedHashMap<>();
    for (int p = 0; p < persons; p++) {
      capacities.put("officer:" + p, capacity);
    }
    List<String> groups = new ArrayList<>();
    Map<Slot, String> slots = new LinkedHashMap<>();
    for (int v = 0; v < visits; v++) {
      groups.add("v" + v);
      slots.put(new Slot("v" + v, "a"), "all");
    }
    return new Roster(
        groups,
        capacities,
        Map.of("all", List.copyOf(capacities.keySet())),
        slots,
        List.of(),
        List.of(),
        balance);
  }

  @Test
  void with_room_for_everything_each_slot_has_its_smallest_ticket_over_many_blocks() {
    Roster roster = single(1500, 400, 1500, false);
    Tickets tickets = Rosters.tickets(7);
    Tickets other = Rosters.tickets(7);
    MatchResult result = Matching.draw(roster, tickets);
    assertThat(result.slots()).hasSize(1500);
    for (Assignment a : result.slots()) {
      String first =
          roster.persons().keySet().stream()
              .min(
                  Comparator.comparing(
                      p -> other.of("pair|" + a.slot().label() + "|" + p), Arrays::compareUnsigned))
              .orElseThrow();
      assertThat(a.person()).isEqualTo(first);
    }
  }

  @Test
  void each_pair_is_hashed_once_and_those_who_are_spent_not_at_all() {
    Map<String, Integer> hashed = new ConcurrentHashMap<>();
    Tickets real = Rosters.tickets(3);
    Tickets counting =
        label -> {
          hashed.merge(label, 1, Integer::sum);
          synchronized (real) {
            return real.of(label);
          }
        };
    Roster roster = single(2000, 400, 5, true);
    MatchResult result = Matching.draw(roster, counting);
    assertThat(result.slots()).hasSize(2000);
    assertThat(result.cap()).isEqualTo(OptionalLong.of(5));
    assertThat(Set.copyOf(hashed.values())).containsExactly(1);
    assertThat(hashed).hasSizeBetween(2000, 2000 + 2000 * 400 - 1);
  }

  @Test
  void the_cap_is_the_smallest_that_fills_as_many() {
    Roster even = single(10, 4, 9, true);
    assertThat(Matching.draw(even, Rosters.tickets(1)).cap()).isEqualTo(OptionalLong.of(3));
    Roster nobody = single(10, 4, 0, true);
    MatchResult none = Matching.draw(nobody, Rosters.tickets(1));
    assertThat(none.cap()).isEqualTo(OptionalLong.of(1));
    assertThat(none.unfilled()).hasSize(10);
    Roster empty = single(0, 4, 1, true);
    assertThat(Matching.draw(empty, Rosters.tickets(1)))
        .isEqualTo(new MatchResult(List.of(), OptionalLong.of(1), List.of(), null));
  }

  @Test
  void one_scarce_class_raises_the_cap_for_all() {
    Map<Slot, String> slots = new LinkedHashMap<>();
    List<String> groups = new ArrayList<>();
    for (int v = 0; v < 40; v++) {
      groups.add("v" + v);
      slots.put(new Slot("v" + v, "a"), "scarce");
      slots.put(new Slot("v" + v, "b"), "many");
    }
    Roster roster =
        new Roster(
            groups,
            Map.of("x", 100L, "y", 13L, "p", 90L, "q", 90L, "r", 90L),
            Map.of("scarce", List.of("x", "y"), "many", List.of("p", "q", "r")),
            slots,
            List.of(),
            List.of(),
            true);
    MatchResult result = Matching.draw(roster, Rosters.tickets(5));
    assertThat(result.unfilled()).isEmpty();
    assertThat(result.cap()).isEqualTo(OptionalLong.of(27));
  }

  /** Visit i can be served by persons i and i+1 only: whoever is moved moves a whole chain. */
  @Test
  void long_chains_are_passed_on_and_agree_with_the_definition() {
    for (int spare = -1; spare <= 1; spare++) {
      int n = 14;
      Map<String, Long> persons = new LinkedHashMap<>();
      for (int p = 0; p < n + spare; p++) {
        persons.put(String.format("p%02d", p), 1L);
      }
      List<String> names = List.copyOf(persons.keySet());
      List<String> groups = new ArrayList<>();
      Map<String, List<String>> classes = new LinkedHashMap<>();
      Map<Slot, String> slots = new LinkedHashMap<>();
      for (int v = 0; v < n; v++) {
        groups.add("v" + v);
        classes.put(
            "c" + v, names.subList(Math.min(v, names.size() - 1), Math.min(v + 2, names.size())));
        slots.put(new Slot("v" + v, "a"), "c" + v);
      }
      Roster roster = new Roster(groups, persons, classes, slots, List.of(), List.of(), false);
      for (int seed = 0; seed < 20; seed++) {
        Tickets tickets = Rosters.tickets(seed);
        assertThat(Matching.draw(roster, tickets))
            .isEqualTo(new Reference(roster, List.of(), List.of(), tickets).result());
      }
    }
  }

  /** Each class within the next and each just large enough: closed sets within closed sets. */
  @Test
  void tight_classes_within_each_other_agree_with_the_definition() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Map<String, Long> persons = new LinkedHashMap<>();
      Map<String, List<String>> classes = new LinkedHashMap<>();
      Map<Slot, String> slots = new LinkedHashMap<>();
      List<String> groups = new ArrayList<>();
      for (int c = 0; c < 6; c++) {
        for (int i = 0; i < 2; i++) {
          persons.put("p" + c + i, 1L);
          groups.add("v" + c + i);
          slots.put(new Slot("v" + c + i, "a"), "c" + c);
        }
        classes.put("c" + c, List.copyOf(persons.keySet()));
      }
      if (random.nextBoolean()) {
        persons.replace("p" + random.nextInt(6) + "0", (long) random.nextInt(3));
      }
      Roster roster = new Roster(groups, persons, classes, slots, List.of(), List.of(), false);
      Tickets tickets = Rosters.tickets(seed);
      assertThat(Matching.draw(roster, tickets))
          .isEqualTo(new Reference(roster, List.of(), List.of(), tickets).result());
    }
  }

  @Test
  void a_result_without_reason_has_nothing_unfilled() {
    assertThatThrownBy(
            () ->
                new MatchResult(List.of(), OptionalLong.empty(), List.of(new Slot("g", "a")), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
