package cn.sunlot.draw.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Subject.Stratum;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.targets.SubstituteRound.Dropped;
import cn.sunlot.draw.text.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetDrawTest {

  private static final Units UNITS = new Units(Suite.SHA256, "D-1", new byte[32]);

  /** n units u0, u1 …; strata and weights by a rule of their number. */
  private static Frame frame(List<Integer> numbers) {
    PoolBuilder builder = new PoolBuilder(UNITS);
    numbers.forEach(i -> builder.add("u:" + i, i % 3 == 0 ? "B" : "A", 1 + i % 5 % 3 * 7));
    return builder.build().frame();
  }

  private static List<Integer> numbers(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private static Tickets tickets(int seed) {
    byte[] prk = new byte[32];
    new Random(seed).nextBytes(prk);
    return Suite.SHA256.tickets(prk);
  }

  private static Map<String, Stratum> quotas(Frame frame, int a, int b) {
    return frame.quotas(Map.of("A", new Quota.Count(a), "B", new Quota.Count(b)));
  }

  /** Section 8 word by word: every key computed, everything sorted. */
  private static List<Drawn> defined(Frame frame, Tickets tickets, String stratum) {
    List<Drawn> all = new ArrayList<>();
    for (int i = 0; i < frame.size(); i++) {
      String[] line = frame.line(i).split(",");
      if (line[1].equals(stratum)) {
        byte[] key = tickets.of(line[0]);
        for (int ball = 2; ball <= Integer.parseInt(line[2]); ball++) {
          byte[] other = tickets.of(line[0] + "#" + ball);
          key = Arrays.compareUnsigned(other, key) < 0 ? other : key;
        }
        all.add(new Drawn(line[0], Names.hex(key)));
      }
    }
    all.sort(Comparator.comparing(Drawn::ticket).thenComparing(Drawn::token));
    return all;
  }

  /** Tickets whose first byte is between two others, which no hash makes. */
  private static Tickets crowded(Tickets tickets, int first, int last) {
    return label -> {
      byte[] ticket = tickets.of(label);
      ticket[0] = (byte) (first + (ticket[0] & 0xff) % (last - first + 1));
      return ticket;
    };
  }

  @Test
  void the_draw_is_that_of_the_definition_however_keys_are_spread() {
    Frame frame = frame(numbers(3000));
    for (Tickets tickets :
        List.of(
            tickets(1),
            crowded(tickets(2), 0, 0),
            crowded(tickets(3), 9, 60),
            crowded(tickets(4), 255, 255))) {
      for (int a : new int[] {0, 1, 150, 1999, 2000}) {
        TargetRound round = new TargetDraw(frame).first(tickets, quotas(frame, a, 300));
        assertThat(round.in("A")).isEqualTo(defined(frame, tickets, "A").subList(0, a));
        assertThat(round.in("B")).isEqualTo(defined(frame, tickets, "B").subList(0, 300));
      }
    }
  }

  @Test
  void the_bound_keeps_a_little_more_than_is_drawn() {
    // Of 1000 evenly spread keys, 100 + 12 + 64 are wanted.
    double share = (Selection.bound(100, 1000) ^ Long.MIN_VALUE) / 0x1p64;
    assertThat(share < 0 ? share + 1 : share).isBetween(0.1759, 0.1760);
    double most = (Selection.bound(44_000_000, 50_000_000) ^ Long.MIN_VALUE) / 0x1p64;
    assertThat(most + 1).isBetween(0.9900, 0.9901);
    assertThat(Selection.bound(45_000_000, 50_000_000)).isEqualTo(Long.MAX_VALUE);
    assertThat(Selection.bound(0, 0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void the_draw_is_that_of_the_definition() {
    Frame frame = frame(numbers(500));
    for (int seed = 0; seed < 20; seed++) {
      TargetRound round = new TargetDraw(frame).first(tickets(seed), quotas(frame, seed * 9, 20));
      assertThat(round.in("A")).isEqualTo(defined(frame, tickets(seed), "A").subList(0, seed * 9));
      assertThat(round.in("B")).isEqualTo(defined(frame, tickets(seed), "B").subList(0, 20));
      assertThat(round.r()).isZero();
    }
  }

  @Test
  void the_whole_order_is_that_of_the_definition_and_begins_with_the_draw() {
    Frame frame = frame(numbers(40_000));
    TargetDraw draw = new TargetDraw(frame);
    List<Drawn> order = draw.order(tickets(1), "A");
    assertThat(order).isEqualTo(defined(frame, tickets(1), "A"));
    assertThat(draw.first(tickets(1), quotas(frame, 99, 0)).in("A"))
        .isEqualTo(order.subList(0, 99));
  }

  @Test
  void the_order_in_which_units_come_in_does_not_matter() {
    List<Integer> shuffled = new ArrayList<>(numbers(9_000));
    Collections.shuffle(shuffled, new Random(3));
    Frame a = frame(numbers(9_000));
    Frame b = frame(shuffled);
    assertThat(b.listed()).isEqualTo(a.listed());
    assertThat(new TargetDraw(b).first(tickets(2), quotas(b, 50, 50)))
        .isEqualTo(new TargetDraw(a).first(tickets(2), quotas(a, 50, 50)));
  }

  @Test
  void drawing_without_some_units_is_drawing_and_skipping_them() {
    Frame whole = frame(numbers(300));
    Random random = new Random(8);
    for (int seed = 0; seed < 30; seed++) {
      List<Integer> some = numbers(300).stream().filter(i -> random.nextInt(4) > 0).toList();
      Frame part = frame(some);
      List<Drawn> skipped =
          new TargetDraw(whole)
              .order(tickets(seed), "A").stream().filter(d -> part.contains(d.token())).toList();
      assertThat(new TargetDraw(part).first(tickets(seed), quotas(part, 10, 0)).in("A"))
          .isEqualTo(skipped.subList(0, 10));
    }
  }

  @Test
  void equal_prefixes_of_keys_are_told_apart_by_the_rest_and_by_the_token() {
    Frame frame = frame(numbers(200));
    Tickets sameStart =
        label -> {
          byte[] ticket = new byte[32];
          ticket[31] = (byte) (label.charAt(5) % 3);
          return ticket;
        };
    List<Drawn> defined = defined(frame, sameStart, "A");
    assertThat(new TargetDraw(frame).first(sameStart, quotas(frame, 37, 0)).in("A"))
        .isEqualTo(defined.subList(0, 37));
  }

  @Test
  void a_substitute_round_ranks_anew_what_no_round_drew() {
    Frame frame = frame(numbers(60));
    TargetDraw draw = new TargetDraw(frame);
    List<TargetRound> rounds = new ArrayList<>();
    rounds.add(draw.first(tickets(1), quotas(frame, 10, 3)));
    SubstituteRound input =
        new SubstituteRound(
            1,
            Map.of("A", 28),
            List.of(new Dropped(rounds.get(0).in("A").get(0).token(), "exempt")),
            List.of());
    TargetRound second = draw.next(tickets(2), input, rounds);
    List<Drawn> expected = new ArrayList<>(defined(frame, tickets(2), "A"));
    List<String> taken = rounds.get(0).in("A").stream().map(Drawn::token).toList();
    expected.removeIf(d -> taken.contains(d.token()));
    assertThat(second.in("A")).isEqualTo(expected.subList(0, 28));
    assertThat(second.strata()).containsOnlyKeys("A");
    rounds.add(second);
    SubstituteRound last = new SubstituteRound(2, Map.of("A", 9), List.of(), List.of());
    assertThat(draw.next(tickets(3), last, rounds).in("A")).as("only two are left").hasSize(2);
  }

  @Test
  void rounds_with_gaps_or_unknown_strata_or_units_are_refused() {
    Frame frame = frame(numbers(30));
    TargetDraw draw = new TargetDraw(frame);
    TargetRound first = draw.first(tickets(1), quotas(frame, 2, 2));
    assertRefused(
        "round 2 cannot follow: there are 1",
        () -> draw.next(tickets(2), input(2, "A"), List.of(first)));
    assertRefused("no stratum \"Z\"", () -> draw.next(tickets(2), input(1, "Z"), List.of(first)));
    Drawn stranger = new Drawn("0".repeat(64), "0".repeat(64));
    TargetRound forged = new TargetRound(0, Map.of("A", List.of(stranger)));
    assertRefused(
        "which is not in the frame", () -> draw.next(tickets(2), input(1, "A"), List.of(forged)));
    assertRefused("no stratum \"Z\"", () -> draw.order(tickets(1), "Z"));
    Map<String, Stratum> wrong = Map.of("A", new Stratum(19, new Quota.Count(1), 1));
    assertRefused("committed with 19 units, the frame has 20", () -> draw.first(tickets(1), wrong));
  }

  @Test
  void of_a_stratum_that_has_nobody_nobody_is_drawn() {
    Frame frame = frame(numbers(30));
    Map<String, Stratum> strata = new java.util.TreeMap<>(quotas(frame, 2, 2));
    TargetRound without = new TargetDraw(frame).first(tickets(1), strata);
    strata.put("Z", new Stratum(0, new Quota.Count(1), 0));
    TargetRound with = new TargetDraw(frame).first(tickets(1), strata);
    assertThat(with.strata()).containsEntry("Z", List.of()).containsAllEntriesOf(without.strata());
  }

  private static SubstituteRound input(int r, String stratum) {
    return new SubstituteRound(r, Map.of(stratum, 1), List.of(), List.of());
  }

  private static void assertRefused(
      String text, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(Refusal.class).hasMessageContaining(text);
  }

  /**
   * With four weights there are 4! orders; the share of seeds for each is that of balls drawn from
   * an urn.
   */
  @Test
  void weights_are_balls_in_the_urn() {
    int[] weights = {1, 2, 3, 4};
    PoolBuilder builder = new PoolBuilder(UNITS);
    Map<String, Integer> weightOf = new HashMap<>();
    for (int i = 0; i < 4; i++) {
      builder.add("w:" + i, "A", weights[i]);
      weightOf.put(UNITS.token("w:" + i), weights[i]);
    }
    TargetDraw draw = new TargetDraw(builder.build().frame());
    int trials = 6_000;
    Map<List<Integer>, Integer> seen = new HashMap<>();
    for (int seed = 0; seed < trials; seed++) {
      List<Integer> order =
          draw.order(tickets(seed), "A").stream()
              .map(d -> weightOf.getOrDefault(d.token(), 0))
              .toList();
      seen.merge(order, 1, Integer::sum);
    }
    double chi = 0;
    for (List<Integer> order : orders(List.of(1, 2, 3, 4))) {
      double expected = trials * urn(order);
      chi += Math.pow(seen.getOrDefault(order, 0) - expected, 2) / expected;
    }
    assertThat(chi).as("23 degrees of freedom, 0.1%% is 49.7").isLessThan(49.7);
  }

  private static double urn(List<Integer> order) {
    double left = order.stream().mapToInt(w -> w).sum();
    double share = 1;
    for (int weight : order) {
      share *= weight / left;
      left -= weight;
    }
    return share;
  }

  private static List<List<Integer>> orders(List<Integer> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (Integer first : items) {
      List<Integer> rest = items.stream().filter(i -> !i.equals(first)).toList();
      for (List<Integer> tail : orders(rest)) {
        List<Integer> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }

  /** Exact: with one-byte tickets all 6^4 assignments to 4 units can be enumerated. */
  @Test
  void over_all_assignments_of_tickets_every_subset_is_drawn_equally_often_but_for_ties() {
    PoolBuilder builder = new PoolBuilder(UNITS);
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      builder.add("x:" + i, "A");
      tokens.add(UNITS.token("x:" + i));
    }
    Frame frame = builder.build().frame();
    Map<String, Stratum> two = frame.quotas(Map.of("A", new Quota.Count(2)));
    Map<List<String>, Integer> seen = new TreeMap<>(Comparator.comparing(List::toString));
    int counted = 0;
    for (int code = 0; code < 6 * 6 * 6 * 6; code++) {
      int[] digits = {code % 6, code / 6 % 6, code / 36 % 6, code / 216};
      if (Arrays.stream(digits).distinct().count() < 4) {
        continue;
      }
      Tickets tickets = label -> fill(digits[tokens.indexOf(label)]);
      seen.merge(
          new TargetDraw(frame)
              .first(tickets, two).in("A").stream().map(Drawn::token).sorted().toList(),
          1,
          Integer::sum);
      counted++;
    }
    assertThat(counted).isEqualTo(360);
    assertThat(seen).hasSize(6).allSatisfy((subset, n) -> assertThat(n).isEqualTo(60));
  }

  private static byte[] fill(int digit) {
    byte[] ticket = new byte[32];
    Arrays.fill(ticket, (byte) (digit * 50));
    return ticket;
  }

  @Test
  void every_subset_of_a_stratum_comes_up_equally_often() {
    PoolBuilder builder = new PoolBuilder(UNITS);
    for (int i = 0; i < 7; i++) {
      builder.add("s:" + i, "A");
    }
    Frame frame = builder.build().frame();
    Map<String, Stratum> three = frame.quotas(Map.of("A", new Quota.Rate(4_000)));
    int trials = 7_000;
    Map<String, Integer> seen = new HashMap<>();
    for (int seed = 0; seed < trials; seed++) {
      List<Drawn> drawn = new TargetDraw(frame).first(tickets(seed), three).in("A");
      seen.merge(drawn.stream().map(Drawn::token).sorted().toList().toString(), 1, Integer::sum);
    }
    assertThat(seen).hasSize(35);
    double expected = trials / 35.0;
    double chi =
        seen.values().stream().mapToDouble(n -> Math.pow(n - expected, 2) / expected).sum();
    assertThat(chi).as("34 degrees of freedom, 0.1%% is 65.2").isLessThan(65.2);
  }
}
