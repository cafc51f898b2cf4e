package cn.sunlot.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How it is done by hand and by most programs: visit after visit in random order, each role gets a
 * random suitable inspector who has room left; if there is none, it stays empty.
 *
 * @param brokenTeams visits whose team is not complete
 */
record GreedyAndSkip(int brokenTeams, int emptySlots) {

  /** Fills the slots, as far as it goes. */
  static GreedyAndSkip fill(Eligibility who, Random random) {
    List<List<Integer>> slotsOf = new ArrayList<>();
    IntStream.range(0, who.visits).forEach(v -> slotsOf.add(new ArrayList<>()));
    IntStream.range(0, who.slots.length).forEach(s -> slotsOf.get(who.visit[s]).add(s));
    Collections.shuffle(slotsOf, random);
    long[] left = who.capacity.clone();
    int broken = 0;
    int empty = 0;
    for (List<Integer> slots : slotsOf) {
      int open = slots.size() - team(slots, who, left, random).size();
      broken += open > 0 ? 1 : 0;
      empty += open;
    }
    return new GreedyAndSkip(broken, empty);
  }

  private static Set<Integer> team(
      List<Integer> slots, Eligibility who, long[] left, Random random) {
    Set<Integer> team = new HashSet<>();
    for (int slot : slots) {
      int[] suitable =
          IntStream.of(who.eligible[slot]).filter(p -> left[p] > 0 && !team.contains(p)).toArray();
      if (suitable.length > 0) {
        int person = suitable[random.nextInt(suitable.length)];
        left[person]--;
        team.add(person);
      }
    }
    return team;
  }
}
