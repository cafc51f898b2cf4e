package cn.sunlot.draw.matching;

import java.util.Arrays;

/**
 * Who fills which slot for now, and how slots can be passed on between persons to make room.
 *
 * <p>It is a flow slot → (person, group) → person: a person fills one slot of a group and serves at
 * most {@code capacity} groups. {@link #makeRoom} looks for a path in its residual graph. Each
 * search visits a slot and a person at most once: the members of a class that were visited are
 * struck from the class's list, so that the next slot of the class looks at the others only.
 *
 * <p>What a search without success visited is closed: whoever enters must displace somebody in it,
 * and nobody in it has room. So its slots need all that its way out can take, in every full
 * assignment, whatever is passed on or fixed later: it is remembered in {@link #closed}, and slots
 * outside need not look there again.
 */
final class Flow {
  static final int NONE = -1;

  final Instance in;
  final int[] capacity;

  /** Person of each slot, or NONE. */
  final int[] person;

  /** Number of slots of each person. */
  final int[] load;

  /** Slots whose person is final; they are never passed on. */
  final boolean[] fixed;

  final ClosedSets closed;

  /** The slots of each person that may still be passed on, as linked lists. */
  private final int[] first;

  private final int[] next;
  private final int[] previous;

  private final Search search;

  Flow(Instance in, int cap) {
    this.in = in;
    this.capacity = Arrays.stream(in.capacity).map(c -> Math.min(c, cap)).toArray();
    int slots = in.slotCount();
    person = filled(slots);
    load = new int[capacity.length];
    fixed = new boolean[slots];
    closed = new ClosedSets(slots, capacity.length);
    first = filled(capacity.length);
    next = filled(slots);
    previous = filled(slots);
    search = new Search(this);
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  /**
   * Fills slots in order, each if all filled before and this one can be filled together (step 1).
   *
   * @return how many are filled
   */
  int fill() {
    int count = 0;
    for (int s = 0; s < person.length; s++) {
      if (person[s] == NONE) {
        fillOne(s);
      }
      count += person[s] == NONE ? 0 : 1;
    }
    return count;
  }

  private void fillOne(int s) {
    int best = mostRoom(s);
    if (best != NONE) {
      attach(s, best);
      return;
    }
    search.begin(ClosedSets.OUTSIDE);
    if (!makeRoom(s)) {
      search.bury();
    }
  }

  /** The eligible person with the most capacity left, which keeps later searches rare. */
  private int mostRoom(int s) {
    int best = NONE;
    int most = 0;
    for (int p : in.members[in.clazz[s]]) {
      int room = capacity[p] - load[p];
      if (room > most && !in.isBarred(p, s) && slotHeldIn(in.group[s], p) == NONE) {
        most = room;
        best = p;
      }
    }
    return best;
  }

  /** The slot of the group that the person fills, or NONE. */
  int slotHeldIn(int group, int p) {
    for (int other : in.slotsOf[group]) {
      if (person[other] == p) {
        return other;
      }
    }
    return NONE;
  }

  /** Gives everybody more room, so that nothing is closed any more. */
  void raise(int cap) {
    Arrays.setAll(capacity, p -> Math.min(in.capacity[p], cap));
    closed.clear();
  }

  Search search() {
    return search;
  }

  /**
   * Finds a person for this slot, who has none, passing on others if needed; or changes nothing.
   */
  boolean makeRoom(int s) {
    search.root(s);
    return search.run();
  }

  /** Passes on one slot of this person, who has one too many; or changes nothing. */
  boolean relieve(int p) {
    search.rootsOf(p);
    return search.run();
  }

  void attach(int s, int p) {
    person[s] = p;
    load[p]++;
    if (fixed[s]) {
      return;
    }
    next[s] = first[p];
    previous[s] = NONE;
    if (first[p] != NONE) {
      previous[first[p]] = s;
    }
    first[p] = s;
  }

  void detach(int s) {
    int p = person[s];
    person[s] = NONE;
    load[p]--;
    if (fixed[s]) {
      return;
    }
    if (previous[s] == NONE) {
      first[p] = next[s];
    } else {
      next[previous[s]] = next[s];
    }
    if (next[s] != NONE) {
      previous[next[s]] = previous[s];
    }
  }

  int firstOf(int p) {
    return first[p];
  }

  int nextAfter(int s) {
    return next[s];
  }

  /** Whether all that this person can serve is final. */
  boolean isSpent(int p) {
    return first[p] == NONE && load[p] >= capacity[p];
  }
}
