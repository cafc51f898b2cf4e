package cn.sunlot.draw.matching;

import static cn.sunlot.draw.matching.Flow.NONE;

/**
 * Breadth-first searches for room in the residual graph of a {@link Flow}.
 *
 * <p>Searches between two calls of {@link #begin} share their marks: what one visited in vain, the
 * next need not visit again.
 */
final class Search {
  private static final int BARRED = -2;

  private final Flow flow;
  private final Instance in;
  private long within;
  private int epoch;

  private final int[] slotSeen;
  private final int[] personSeen;

  /** The slot that takes the place of this one when it is passed on, or NONE at a root. */
  private final int[] successor;

  /** The slot through which a person was reached. */
  private final int[] via;

  private final int[] queue;
  private int head;
  private int tail;
  private final int[] reached;
  private int reachedCount;
  private int buriedSlots;
  private int buriedPersons;

  /** Members of each class not visited since {@link #begin}. */
  private final int[][] left;

  private final int[] leftCount;
  private final int[] leftEpoch;

  /** For the group being looked at: the slot in it that a person holds, or BARRED. */
  private final int[] place;

  private final int[] placeStamp;
  private int stamp;

  Search(Flow flow) {
    this.flow = flow;
    this.in = flow.in;
    int slots = in.slotCount();
    int persons = flow.capacity.length;
    slotSeen = new int[slots];
    personSeen = new int[persons];
    successor = new int[slots];
    via = new int[persons];
    queue = new int[slots];
    reached = new int[persons];
    left = new int[in.members.length][];
    leftCount = new int[left.length];
    leftEpoch = new int[left.length];
    place = new int[persons];
    placeStamp = new int[persons];
  }

  /** Forgets what was visited; closed sets below this rank count as visited. */
  void begin(long rank) {
    within = rank;
    epoch++;
    head = 0;
    tail = 0;
    reachedCount = 0;
    buriedSlots = 0;
    buriedPersons = 0;
  }

  boolean isVain(int p) {
    return personSeen[p] == epoch || flow.closed.personRank(p) < within;
  }

  boolean isVainSlot(int s) {
    return slotSeen[s] == epoch || flow.closed.slotRank(s) < within;
  }

  /** Remembers everything visited since {@link #begin}, which must have been in vain, as closed. */
  void bury() {
    within = flow.closed.withRoomBelow(within);
    long rank = flow.closed.add(within);
    while (buriedSlots < tail) {
      flow.closed.putSlot(queue[buriedSlots++], rank);
    }
    while (buriedPersons < reachedCount) {
      flow.closed.putPerson(reached[buriedPersons++], rank);
    }
  }

  void root(int s) {
    enqueue(s, NONE);
  }

  void rootsOf(int p) {
    reach(p, NONE);
  }

  private void enqueue(int s, int by) {
    slotSeen[s] = epoch;
    successor[s] = by;
    queue[tail++] = s;
  }

  private void reach(int p, int by) {
    personSeen[p] = epoch;
    via[p] = by;
    reached[reachedCount++] = p;
    for (int s = flow.firstOf(p); s != NONE; s = flow.nextAfter(s)) {
      if (!isVainSlot(s)) {
        enqueue(s, by);
      }
    }
  }

  /** Searches from the roots; if there is room, passes slots on along the path. */
  boolean run() {
    while (head < tail) {
      int found = visit(queue[head++]);
      if (found != NONE) {
        passOn(found);
        return true;
      }
    }
    return false;
  }

  /** Looks at everybody eligible for the slot and not visited; returns one with room, or NONE. */
  private int visit(int s) {
    markPlaces(in.group[s]);
    int c = in.clazz[s];
    int[] list = list(c);
    int i = 0;
    while (i < leftCount[c]) {
      int p = list[i];
      boolean placed = placeStamp[p] == stamp;
      if (!isVain(p) && placed) {
        exchange(place[p], s);
        i++;
        continue;
      }
      list[i] = list[--leftCount[c]];
      if (!isVain(p)) {
        reach(p, s);
        if (flow.load[p] < flow.capacity[p]) {
          return p;
        }
      }
    }
    return NONE;
  }

  /** The person serves the group already: the slot can only take the place of that other slot. */
  private void exchange(int other, int s) {
    if (other != BARRED && !flow.fixed[other] && !isVainSlot(other)) {
      enqueue(other, s);
    }
  }

  private void markPlaces(int group) {
    stamp++;
    for (int p : in.barred[group]) {
      placeStamp[p] = stamp;
      place[p] = BARRED;
    }
    for (int other : in.slotsOf[group]) {
      int p = flow.person[other];
      if (p != NONE) {
        placeStamp[p] = stamp;
        place[p] = other;
      }
    }
  }

  private int[] list(int c) {
    int[] list = left[c];
    if (list == null) {
      list = new int[in.members[c].length];
      left[c] = list;
    }
    if (leftEpoch[c] != epoch) {
      leftEpoch[c] = epoch;
      leftCount[c] = list.length;
      System.arraycopy(in.members[c], 0, list, 0, list.length);
    }
    return list;
  }

  private void passOn(int room) {
    int to = room;
    int s = via[room];
    while (s != NONE) {
      int from = flow.person[s];
      if (from != NONE) {
        flow.detach(s);
      }
      flow.attach(s, to);
      to = from;
      s = successor[s];
    }
  }
}
