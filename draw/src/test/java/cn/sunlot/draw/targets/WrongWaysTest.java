package cn.sunlot.draw.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.HashChain;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Nonce;
import cn.sunlot.draw.Party;
import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Seed;
import cn.sunlot.draw.Subject;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How others got draws wrong: each wrong method fails a property that ours has. */
class WrongWaysTest {

  private static final Units UNITS = new Units(Suite.SHA256, "D-1", new byte[32]);
  private static final HashChain CHAIN = new HashChain(Suite.SHA256, new byte[32], 4);
  private static final List<String> POOL =
      IntStream.range(0, 30).mapToObj(i -> "shop:" + i).toList();

  private static Frame frame(List<String> units) {
    PoolBuilder builder = new PoolBuilder(UNITS);
    units.forEach(unit -> builder.add(unit, "A"));
    return builder.build().frame();
  }

  private static Nonce nonce(String party, int seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return new Nonce(party, Names.hex(bytes));
  }

  private static Commitment commitment(Frame frame, Quota quota, Nonce... nonces) {
    List<Party> parties = new ArrayList<>();
    for (Nonce nonce : nonces) {
      parties.add(new Party(nonce.party(), "witness", nonce.commitment(Suite.SHA256, "D-1")));
    }
    Exclusions none = new PoolBuilder(UNITS).build().excluded();
    return new Commitment(
        "sha256",
        "D-1",
        "T-1",
        new Commitment.Profile("base", "1", "0".repeat(64)),
        new Pool(frame, none).subject("", Map.of("A", quota)),
        Commitment.Chain.of(CHAIN),
        parties,
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        "");
  }

  /** Our draw of a pool: the tokens of the drawn units in order. */
  private static List<String> draw(List<String> units, Quota quota, Nonce... nonces) {
    Frame frame = frame(units);
    Commitment commitment = commitment(frame, quota, nonces);
    Seed seed = Seed.of(Suite.SHA256, commitment, List.of(nonces), List.of());
    Subject.Targets targets = (Subject.Targets) commitment.subject();
    TargetRound round = new TargetDraw(frame).first(seed.tickets(CHAIN.value(0)), targets.strata());
    return round.in("A").stream().map(Drawn::token).toList();
  }

  @Test
  void looking_at_a_page_never_draws_again() {
    Random onThePage = new Random(1);
    assertThat(shuffled(POOL, onThePage).subList(0, 5))
        .as("wrong: a page that draws when it is shown")
        .isNotEqualTo(shuffled(POOL, onThePage).subList(0, 5));
    Nonce nonce = nonce("w1", 1);
    assertThat(draw(POOL, new Quota.Count(5), nonce))
        .isEqualTo(draw(POOL, new Quota.Count(5), nonce));
  }

  @Test
  void the_operator_cannot_redraw_until_the_list_pleases() {
    String friend = POOL.get(7);
    int tries = 0;
    while (shuffled(POOL, new Random(tries)).subList(0, 15).contains(friend)) {
      tries++;
    }
    assertThat(tries).as("wrong: with a free seed a friend is spared soon").isLessThan(50);

    Nonce operator = nonce("operator", 1);
    Commitment commitment = commitment(frame(POOL), new Quota.Count(15), operator);
    for (int other = 2; other < 50; other++) {
      boolean opens =
          nonce("operator", other).opens(commitment.parties().get(0), Suite.SHA256, "D-1");
      assertThat(opens).as("another nonce after the commitment").isFalse();
    }
  }

  @Test
  void another_party_alone_makes_the_result_unforeseeable_to_the_operator() {
    Set<List<String>> results = new HashSet<>();
    for (int witness = 0; witness < 40; witness++) {
      results.add(draw(POOL, new Quota.Count(5), nonce("operator", 1), nonce("w1", witness)));
    }
    assertThat(results).as("one operator's nonce, 40 witnesses' nonces").hasSize(40);
  }

  @Test
  void no_unit_is_out_of_reach_because_of_its_place_in_a_list() {
    Set<String> systematic = new HashSet<>();
    Set<String> ours = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      int start = new Random(seed).nextInt(20);
      for (int i = start % 2; i < 30; i += 3) {
        systematic.add(POOL.get(i));
      }
      ours.addAll(draw(POOL, new Quota.Count(10), nonce("w1", seed)));
    }
    assertThat(systematic).as("wrong: every third of a list by district").hasSize(20);
    assertThat(ours).hasSize(30);
  }

  @Test
  void every_order_has_the_same_chance() {
    int trials = 2_400;
    List<String> four = POOL.subList(0, 4);
    Map<List<String>, Integer> naive = new HashMap<>();
    Map<List<String>, Integer> ours = new HashMap<>();
    Random random = new Random(4);
    for (int seed = 0; seed < trials; seed++) {
      List<String> list = new ArrayList<>(four);
      for (int i = 0; i < 4; i++) {
        java.util.Collections.swap(list, i, random.nextInt(4));
      }
      naive.merge(list, 1, Integer::sum);
      ours.merge(draw(four, new Quota.Count(4), nonce("w1", seed)), 1, Integer::sum);
    }
    assertThat(chiSquare(naive, 24, trials)).as("wrong: swap each with any").isGreaterThan(70);
    assertThat(ours).hasSize(24);
    assertThat(chiSquare(ours, 24, trials)).as("0.1%% at 23 degrees is 49.7").isLessThan(49.7);
  }

  @Test
  void a_modulo_gives_unequal_chances_and_tickets_do_not() {
    int[] modulo = new int[3];
    for (int b = 0; b < 256; b++) {
      modulo[b % 3]++;
    }
    assertThat(modulo[0]).as("wrong: one random byte modulo 3").isGreaterThan(modulo[1]);
    int trials = 1_800;
    Map<List<String>, Integer> first = new HashMap<>();
    for (int seed = 0; seed < trials; seed++) {
      first.merge(draw(POOL.subList(0, 3), new Quota.Count(1), nonce("w1", seed)), 1, Integer::sum);
    }
    assertThat(chiSquare(first, 3, trials)).as("0.1%% at 2 degrees is 13.8").isLessThan(13.8);
  }

  private static double chiSquare(Map<?, Integer> seen, int kinds, int trials) {
    double expected = trials / (double) kinds;
    double chi = (kinds - seen.size()) * expected;
    for (int n : seen.values()) {
      chi += (n - expected) * (n - expected) / expected;
    }
    return chi;
  }

  @Test
  void a_rate_gives_the_same_chance_in_a_small_and_a_large_district() {
    int small = 40;
    int large = 4_000;
    double equalNumbers = (10.0 / small) / (10.0 / large);
    assertThat(equalNumbers).as("wrong: ten from each, whatever its size").isEqualTo(100);
    Quota rate = new Quota.Rate(250);
    double ours = (rate.of(small) / (double) small) / (rate.of(large) / (double) large);
    assertThat(ours).isCloseTo(1, within(0.001));
  }

  @Test
  void a_new_import_of_the_same_registry_gives_the_same_draw() {
    assertThat(byDatabaseId(0)).as("wrong: row ids in the hash").isNotEqualTo(byDatabaseId(1_000));
    List<String> imported = shuffled(POOL, new Random(9));
    assertThat(draw(imported, new Quota.Count(5), nonce("w1", 1)))
        .isEqualTo(draw(POOL, new Quota.Count(5), nonce("w1", 1)));
  }

  private static List<String> byDatabaseId(int firstId) {
    Map<String, String> keys = new HashMap<>();
    for (int i = 0; i < POOL.size(); i++) {
      byte[] id = ("seed" + (firstId + i)).getBytes(StandardCharsets.UTF_8);
      keys.put(POOL.get(i), Names.hex(Suite.SHA256.hash(id)));
    }
    return POOL.stream()
        .sorted(Comparator.comparing(u -> keys.getOrDefault(u, "")))
        .limit(5)
        .toList();
  }

  @Test
  void the_sample_size_cannot_be_chosen_after_the_seed_is_known() {
    List<String> order = shuffled(POOL, new Random(1));
    assertThat(order.subList(0, 6))
        .as("wrong: one more with the same seed just adds the next, who can be foreseen")
        .startsWith(order.subList(0, 5).toArray(String[]::new));
    Nonce nonce = nonce("w1", 1);
    List<String> five = draw(POOL, new Quota.Count(5), nonce);
    List<String> six = draw(POOL, new Quota.Count(6), nonce);
    assertThat(six.subList(0, 5)).as("another quota is another seed").isNotEqualTo(five);
  }

  private static List<String> shuffled(List<String> list, Random random) {
    List<String> copy = new ArrayList<>(list);
    java.util.Collections.shuffle(copy, random);
    return copy;
  }
}
