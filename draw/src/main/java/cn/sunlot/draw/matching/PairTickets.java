package cn.sunlot.draw.matching;

import cn.sunlot.draw.Tickets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The tickets of the persons eligible for a run of slots, hashed ahead on all threads.
 *
 * <p>Only the first eight bytes of each are kept; two tickets that agree in them are computed again
 * in full. A block holds about a quarter of a million pairs, so memory does not grow with the draw.
 */
final class PairTickets {
  private static final int BLOCK = 1 << 18;
  private static final int TOO_FEW_FOR_THREADS = 1 << 10;

  private final Instance in;
  private final Tickets tickets;
  private final Tickets[] forks;
  private final byte[][] names;
  private int[] persons = {};
  private long[] prefixes = {};

  /** Where the pairs of each slot of the block begin, and how many there are. */
  private int[] start = {};

  private int[] count = {};
  private int from;
  private int to;

  PairTickets(Instance in, Tickets tickets) {
    this.in = in;
    this.tickets = tickets;
    forks = new Tickets[Runtime.getRuntime().availableProcessors()];
    Arrays.setAll(forks, i -> i == 0 ? tickets : tickets.fork());
    names = new byte[in.persons.length][];
    Arrays.setAll(names, p -> in.persons[p].getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Hashes the block of slots that begins here, without those nobody fills and persons who are
   * spent.
   */
  private void load(int slot, Flow flow) {
    from = slot;
    to = slot;
    int pairs = 0;
    while (to < in.slotCount() && (to == from || pairs + membersOf(to) <= BLOCK)) {
      pairs += membersOf(to++);
    }
    start = new int[to - from + 1];
    for (int i = 1; i < start.length; i++) {
      start[i] = start[i - 1] + membersOf(from + i - 1);
    }
    count = new int[to - from];
    if (persons.length < pairs) {
      persons = new int[pairs];
      prefixes = new long[pairs];
    }
    if (pairs < TOO_FEW_FOR_THREADS) {
      hash(0, 1, flow);
    } else {
      IntStream.range(0, forks.length).parallel().forEach(i -> hash(i, forks.length, flow));
    }
  }

  private int membersOf(int slot) {
    return in.members[in.clazz[slot]].length;
  }

  /** Every {@code step}-th slot of the block. */
  private void hash(int first, int step, Flow flow) {
    byte[] ticket = new byte[Tickets.LENGTH];
    ByteBuffer prefix = ByteBuffer.wrap(ticket);
    for (int s = from + first; s < to; s += step) {
      if (flow.person[s] == Flow.NONE) {
        continue;
      }
      byte[] head = in.pairLabel(s);
      byte[] label = Arrays.copyOf(head, head.length + 128);
      int end = start[s - from];
      for (int p : in.members[in.clazz[s]]) {
        if (flow.isSpent(p) || in.isBarred(p, s)) {
          continue;
        }
        System.arraycopy(names[p], 0, label, head.length, names[p].length);
        forks[first].write(label, 0, head.length + names[p].length, ticket, 0);
        persons[end] = p;
        prefixes[end++] = prefix.getLong(0) ^ Long.MIN_VALUE;
      }
      count[s - from] = end - start[s - from];
    }
  }

  /** Makes the pairs of this slot available; slots must be asked for in ascending order. */
  void require(int slot, Flow flow) {
    if (slot >= to) {
      load(slot, flow);
    }
  }

  /** How many persons are still to be considered for the slot. */
  int left(int slot) {
    return count[slot - from];
  }

  int person(int slot, int i) {
    return persons[start[slot - from] + i];
  }

  /** Strikes the i-th person of the slot; another takes the place. */
  void strike(int slot, int i) {
    int base = start[slot - from];
    int last = base + --count[slot - from];
    persons[base + i] = persons[last];
    prefixes[base + i] = prefixes[last];
  }

  /** Whether the i-th person comes before the j-th: by ticket, then name. */
  boolean before(int slot, int i, int j) {
    int base = start[slot - from];
    long a = prefixes[base + i];
    long b = prefixes[base + j];
    return a != b ? a < b : beforeInFull(slot, persons[base + i], persons[base + j]);
  }

  private boolean beforeInFull(int slot, int p, int q) {
    int order = Arrays.compareUnsigned(full(slot, p), full(slot, q));
    return order != 0 ? order < 0 : p < q;
  }

  private byte[] full(int slot, int p) {
    return tickets.of("pair|" + in.slots[slot].label() + "|" + in.persons[p]);
  }
}
