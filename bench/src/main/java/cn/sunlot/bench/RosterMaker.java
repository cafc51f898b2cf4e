package cn.sunlot.bench;

import cn.sunlot.draw.matching.Absence;
import cn.sunlot.draw.matching.Recusal;
import cn.sunlot.draw.matching.Roster;
import cn.sunlot.draw.matching.Slot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Made-up rosters: each visit needs three roles; the class of each role is a third of the
 * inspectors, chosen at random, so that many can do several; one inspector in twenty is absent; on
 * average one is recused from each visit.
 *
 * <p>Capacities are made from one full assignment, so that it is known that there is one.
 */
final class RosterMaker {

  static final List<String> ROLES = List.of("a-leader", "b-second", "c-record");

  /** How much room the capacities leave. */
  enum Room {
    /** Twice what is needed. */
    LOOSE,
    /** 95% of all capacities are needed. */
    TIGHT,
    /** Capacities for nine slots of ten: not everything can be filled. */
    SHORT
  }

  private final Scale.Size size;
  private final Random random;
  private final List<String> inspectors = new ArrayList<>();
  private final List<String> visits = new ArrayList<>();
  private final Map<String, List<String>> classes = new LinkedHashMap<>();
  private final List<Absence> absent = new ArrayList<>();
  private final Set<Recusal> recused = new HashSet<>();
  private final Map<Slot, String> slots = new LinkedHashMap<>();

  private RosterMaker(Scale.Size size, long seed) {
    this.size = size;
    this.random = new Random(seed);
  }

  /** A roster; the same seed gives the same but for the capacities, whatever the room. */
  static Roster make(Scale.Size size, Room room, boolean balance, long seed) {
    RosterMaker maker = new RosterMaker(size, seed);
    maker.people();
    maker.visits();
    Map<String, Long> capacities = maker.capacities(room, maker.planted());
    return new Roster(
        maker.visits,
        capacities,
        maker.classes,
        maker.slots,
        List.copyOf(maker.recused),
        maker.absent,
        balance);
  }

  private void people() {
    for (int i = 0; i < size.inspectors(); i++) {
      inspectors.add(String.format(Locale.ROOT, "officer:%05d", i));
    }
    for (String role : ROLES) {
      classes.put(role, List.copyOf(mixed(inspectors).subList(0, size.inspectors() / 3)));
    }
    for (String inspector : mixed(inspectors).subList(0, size.inspectors() / 20)) {
      absent.add(new Absence(inspector, "leave"));
    }
  }

  private List<String> mixed(List<String> all) {
    List<String> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, random);
    return mixed;
  }

  private void visits() {
    for (int v = 0; v < size.visits(); v++) {
      String visit = String.format(Locale.ROOT, "V-2026-%05d", v);
      visits.add(visit);
      ROLES.forEach(role -> slots.put(new Slot(visit, role), role));
      for (int left = random.nextInt(3); left > 0; left--) {
        recused.add(new Recusal(visit, inspectors.get(random.nextInt(inspectors.size()))));
      }
    }
  }

  /** How many visits each available inspector has in a full assignment that spreads the work. */
  private Map<String, Integer> planted() {
    Map<String, Integer> load = new TreeMap<>();
    inspectors.forEach(inspector -> load.put(inspector, 0));
    absent.forEach(absence -> load.remove(absence.person()));
    for (String visit : visits) {
      Set<String> team = new HashSet<>();
      for (String role : ROLES) {
        String least =
            mixed(classes.getOrDefault(role, List.of())).stream()
                .filter(p -> load.containsKey(p) && !team.contains(p))
                .filter(p -> !recused.contains(new Recusal(visit, p)))
                .min((p, q) -> load.getOrDefault(p, 0) - load.getOrDefault(q, 0))
                .orElseThrow();
        team.add(least);
        load.merge(least, 1, Integer::sum);
      }
    }
    return load;
  }

  private Map<String, Long> capacities(Room room, Map<String, Integer> load) {
    Map<String, Long> capacities = new HashMap<>();
    load.forEach((person, n) -> capacities.put(person, room == Room.LOOSE ? 2L * n : n));
    if (room != Room.LOOSE) {
      long change = room == Room.TIGHT ? 1 : -1;
      List<String> busy = load.keySet().stream().filter(p -> load.getOrDefault(p, 0) > 0).toList();
      double share = room == Room.TIGHT ? 1 / 0.95 - 1 : 0.1;
      for (long n = Math.round(slots.size() * share); n > 0; n--) {
        capacities.merge(
            busy.get(random.nextInt(busy.size())), change, (a, b) -> Math.max(0, a + b));
      }
    }
    return capacities;
  }
}
