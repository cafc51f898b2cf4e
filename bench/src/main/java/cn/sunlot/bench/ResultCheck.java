package cn.sunlot.bench;

import cn.sunlot.draw.matching.Assignment;
import cn.sunlot.draw.matching.MatchResult;
import cn.sunlot.draw.matching.Slot;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether a matching keeps the rules, whatever it fills. */
final class ResultCheck {
  private ResultCheck() {}

  /**
   * Everybody is eligible, in no team twice and within the capacity, every slot is filled once or
   * named as unfilled.
   *
   * @throws IllegalStateException if not
   */
  static void check(Eligibility who, MatchResult result) {
    Map<Slot, String> given = new HashMap<>();
    for (Assignment assignment : result.slots()) {
      demand(given.put(assignment.slot(), assignment.person()) == null, assignment);
    }
    demand(given.size() + result.unfilled().size() == who.slots.length, result.unfilled());
    Map<String, Long> load = new HashMap<>();
    Set<String> teams = new HashSet<>();
    for (int s = 0; s < who.slots.length; s++) {
      Slot slot = who.slots[s];
      String person = given.get(slot);
      demand((person == null) == result.unfilled().contains(slot), slot);
      if (person != null) {
        demand(Arrays.stream(who.eligible[s]).anyMatch(p -> who.persons[p].equals(person)), slot);
        demand(teams.add(slot.group() + " " + person), slot);
        load.merge(person, 1L, Long::sum);
      }
    }
    for (int p = 0; p < who.persons.length; p++) {
      demand(load.getOrDefault(who.persons[p], 0L) <= who.capacity[p], who.persons[p]);
    }
  }

  private static void demand(boolean so, Object what) {
    if (!so) {
      throw new IllegalStateException("the matching breaks its rules at " + what);
    }
  }
}
