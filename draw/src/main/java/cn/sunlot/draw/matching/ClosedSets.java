package cn.sunlot.draw.matching;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * A growing chain of closed sets of slots and persons, each within the next. A set is closed if its
 * slots need all the room there is in it: no slot outside can ever have a person inside.
 *
 * <p>The rank of a slot or person tells the smallest set that it is in: a slot can only have
 * persons of its own rank or higher. If a search for a slot of rank {@code k} was in vain, what it
 * visited is closed together with all sets below {@code k}, and the slot is not in it: a new set of
 * the chain, below {@code k}. The larger sets stay closed with it, as unions of closed sets.
 */
final class ClosedSets {

  /** Rank of what is in no closed set. */
  static final long OUTSIDE = Long.MAX_VALUE / 4;

  private static final long BOTTOM = -OUTSIDE;

  /** New ranks are put near the lower neighbour: most sets are found from below. */
  private static final int SHARE = 16;

  private final long[] slots;
  private final long[] persons;
  private final TreeSet<Long> ranks = new TreeSet<>();

  ClosedSets(int slotCount, int personCount) {
    slots = new long[slotCount];
    persons = new long[personCount];
    clear();
  }

  /** Forgets all sets. */
  void clear() {
    Arrays.fill(slots, OUTSIDE);
    Arrays.fill(persons, OUTSIDE);
    ranks.clear();
    ranks.add(OUTSIDE);
  }

  long slotRank(int s) {
    return slots[s];
  }

  long personRank(int p) {
    return persons[p];
  }

  void putSlot(int s, long rank) {
    slots[s] = rank;
  }

  void putPerson(int p, long rank) {
    persons[p] = rank;
  }

  /**
   * Makes sure that there is a rank free next below this one, by numbering all anew if need be.
   *
   * @return the rank, as it is numbered now
   */
  long withRoomBelow(long rank) {
    if (rank - below(rank) > SHARE) {
      return rank;
    }
    long[] old = ranks.stream().mapToLong(Long::longValue).toArray();
    long step = OUTSIDE / old.length;
    ranks.clear();
    for (int i = 0; i < old.length; i++) {
      ranks.add(OUTSIDE - (old.length - 1 - i) * step);
    }
    long[] now = ranks.stream().mapToLong(Long::longValue).toArray();
    Arrays.setAll(slots, s -> now[Arrays.binarySearch(old, slots[s])]);
    Arrays.setAll(persons, p -> now[Arrays.binarySearch(old, persons[p])]);
    return now[Arrays.binarySearch(old, rank)];
  }

  /** A new rank below this one and above all that are below it. */
  long add(long rank) {
    long lower = below(rank);
    long added = lower + (rank - lower) / SHARE;
    ranks.add(added);
    return added;
  }

  private long below(long rank) {
    Long lower = ranks.lower(rank);
    return lower == null ? BOTTOM : lower;
  }
}
