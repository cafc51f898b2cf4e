package cn.sunlot.draw.matching;

import cn.sunlot.draw.matching.InspectorRound.Departure;
import cn.sunlot.draw.text.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds at a moment: who fills which slot, who is recused or absent, how much each may still
 * serve. Immutable; it is derived from the roster, the results and the round inputs so far, never
 * stored.
 */
public final class Standing {
  private final Roster roster;
  private final int round;
  private final Map<Slot, String> holders;
  private final Map<String, Set<String>> recused;
  private final Set<String> absent;

  private Standing(
      Roster roster,
      int round,
      Map<Slot, String> holders,
      Map<String, Set<String>> recused,
      Set<String> absent) {
    this.roster = roster;
    this.round = round;
    this.holders = Map.copyOf(holders);
    this.recused = recused;
    this.absent = absent;
  }

  /** Before the draw: nobody serves anywhere. */
  public static Standing before(Roster roster) {
    Map<String, Set<String>> recused = new HashMap<>();
    roster.recused().forEach(r -> recuse(recused, r));
    Set<String> absent = new HashSet<>();
    roster.absent().forEach(a -> absent.add(a.person()));
    return new Standing(roster, 0, Map.of(), recused, absent);
  }

  /**
   * With the slots of a result filled.
   *
   * @throws Refusal if the result fills a slot that is unknown or held
   */
  public Standing with(MatchResult result) {
    Map<Slot, String> now = new HashMap<>(holders);
    for (Assignment assignment : result.slots()) {
      Slot slot = known(assignment.slot(), "$.slots");
      String holder = now.putIfAbsent(slot, assignment.person());
      if (holder != null) {
        throw Refusal.of("round.held", "$.slots", slot, holder);
      }
    }
    return new Standing(roster, round, now, recused, absent);
  }

  /**
   * With a round's input applied: who leaves is recused from that group, and the open slots can be
   * matched.
   *
   * @throws Refusal if the input does not fit what holds: not the next round, a departure of
   *     somebody who does not hold the slot, an open slot that is held, names that the roster does
   *     not have
   */
  public Standing after(InspectorRound input) {
    if (input.r() != round + 1) {
      throw Refusal.of("round.number", "$.r", input.r(), round + 1);
    }
    Map<String, Set<String>> nowRecused = new HashMap<>();
    recused.forEach((group, persons) -> nowRecused.put(group, new HashSet<>(persons)));
    Map<Slot, String> now = vacate(input, nowRecused);
    Set<String> everybody = roster.everybody();
    Set<String> groups = Set.copyOf(roster.groups());
    for (Recusal recusal : input.recused()) {
      RosterCheck.recusal(recusal, groups, everybody);
      recuse(nowRecused, recusal);
    }
    Set<String> nowAbsent = new HashSet<>(absent);
    for (Absence absence : input.absent()) {
      RosterCheck.person(absence.person(), everybody, "$.absent");
      nowAbsent.add(absence.person());
    }
    checkOpen(input, now);
    return new Standing(roster, input.r(), now, nowRecused, nowAbsent);
  }

  private void checkOpen(InspectorRound input, Map<Slot, String> now) {
    for (Slot slot : input.open()) {
      String holder = now.get(known(slot, "$.open"));
      if (holder != null) {
        throw Refusal.of("round.held", "$.open", slot, holder);
      }
    }
  }

  private Map<Slot, String> vacate(InspectorRound input, Map<String, Set<String>> nowRecused) {
    Map<Slot, String> now = new HashMap<>(holders);
    for (Departure departure : input.left()) {
      Slot slot = known(departure.slot(), "$.left");
      if (!now.remove(slot, departure.person())) {
        throw Refusal.of(
            "round.not-holder", "$.left", departure.person(), slot, now.getOrDefault(slot, "–"));
      }
      recuse(nowRecused, new Recusal(slot.group(), departure.person()));
    }
    return now;
  }

  private static void recuse(Map<String, Set<String>> recused, Recusal recusal) {
    recused.computeIfAbsent(recusal.group(), g -> new HashSet<>()).add(recusal.person());
  }

  private Slot known(Slot slot, String path) {
    if (!roster.slots().containsKey(slot)) {
      throw Refusal.of("round.slot-unknown", path, slot);
    }
    return slot;
  }

  /** The roster that all of this is about. */
  public Roster roster() {
    return roster;
  }

  /** Number of the last round applied, 0 before the first. */
  public int round() {
    return round;
  }

  /** Who fills which slot; a slot that nobody fills is missing. */
  public Map<Slot, String> holders() {
    return holders;
  }

  /** Whether the person cannot be drawn at all. */
  public boolean isAbsent(String person) {
    return absent.contains(person);
  }

  /**
   * Everybody who must not serve in the group: recused by roster or round, or left one of its
   * slots.
   */
  public Set<String> recusedFrom(String group) {
    return Set.copyOf(recused.getOrDefault(group, Set.of()));
  }

  /**
   * The slots among these that only one person is eligible for, in the order given: a draw cannot
   * choose there (section 12). Capacities are not looked at.
   */
  public List<Slot> withoutChoice(Collection<Slot> open) {
    Map<String, Collection<String>> barred = barred();
    return open.stream()
        .filter(slot -> eligible(slot, barred.getOrDefault(slot.group(), List.of())) == 1)
        .toList();
  }

  private long eligible(Slot slot, Collection<String> barred) {
    String clazz = roster.slots().getOrDefault(slot, "");
    return roster.classes().getOrDefault(clazz, List.of()).stream()
        .filter(person -> !absent.contains(person) && !barred.contains(person))
        .limit(2)
        .count();
  }

  /** How many more groups each person of the roster may serve. */
  public Map<String, Long> capacitiesLeft() {
    Map<String, Long> left = new HashMap<>(roster.persons());
    holders.values().forEach(person -> left.merge(person, -1L, Long::sum));
    return left;
  }

  /** Who is not eligible for further slots of each group: the recused and those who hold one. */
  Map<String, Collection<String>> barred() {
    Map<String, Collection<String>> barred = new HashMap<>();
    recused.forEach((group, persons) -> barred.put(group, new ArrayList<>(persons)));
    holders.forEach(
        (slot, person) -> barred.computeIfAbsent(slot.group(), g -> new ArrayList<>()).add(person));
    return barred;
  }

  /** The slots that nobody fills, in the roster's order. */
  public List<Slot> vacant() {
    return roster.slots().keySet().stream().filter(slot -> !holders.containsKey(slot)).toList();
  }
}
