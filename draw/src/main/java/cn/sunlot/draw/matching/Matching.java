package cn.sunlot.draw.matching;

import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.matching.MatchResult.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Matches inspectors to slots at random (section 9): random priority with completability, that is,
 * greedy in a transversal matroid. A pure function of standing, open slots and tickets.
 *
 * <p>The definition asks for a maximum flow at every trial; here one flow is kept and changed along
 * one path per trial, so that nearly all the time goes into hashing each eligible pair once.
 */
public final class Matching {
  private final Instance in;
  private final Tickets tickets;
  private final boolean balance;

  private Matching(Standing standing, List<Slot> open, Tickets tickets) {
    this.in = new Instance(standing, open, tickets);
    this.tickets = tickets;
    this.balance = standing.roster().balance();
  }

  /**
   * The draw itself, round 0.
   *
   * @param tickets the tickets under PRK_0; other threads use forks of it
   */
  public static MatchResult draw(Roster roster, Tickets tickets) {
    return new Matching(Standing.before(roster), List.copyOf(roster.slots().keySet()), tickets)
        .result();
  }

  /**
   * A substitute round.
   *
   * @param after what holds with the round's input applied: {@code standing.after(input)}
   * @param open the slots that the input opens
   * @param tickets the tickets under PRK_r
   */
  public static MatchResult round(Standing after, List<Slot> open, Tickets tickets) {
    return new Matching(after, open, tickets).result();
  }

  /**
   * Why a roster cannot be filled, told before anything is drawn: which slots compete for whom does
   * not depend on tickets, because the smallest source side of a minimum cut is the same for every
   * largest assignment.
   *
   * @return empty if all slots can be filled
   */
  public static Optional<Reason> shortage(Roster roster) {
    List<Slot> slots = List.copyOf(roster.slots().keySet());
    Matching matching = new Matching(Standing.before(roster), slots, label -> new byte[32]);
    Flow flow = matching.flow();
    return flow.fill() == slots.size() ? Optional.empty() : Optional.of(matching.reason(flow));
  }

  private Flow flow() {
    return new Flow(in, balance ? cap() : in.slotCount());
  }

  private MatchResult result() {
    int cap = balance ? cap() : in.slotCount();
    Flow flow = new Flow(in, cap);
    int filled = flow.fill();
    List<Slot> unfilled = new ArrayList<>();
    Reason reason = null;
    if (filled < in.slotCount()) {
      for (int s = 0; s < in.slotCount(); s++) {
        if (flow.person[s] == Flow.NONE) {
          unfilled.add(in.slots[s]);
        }
      }
      reason = reason(flow);
    }
    new Choice(flow, tickets).all();
    List<Assignment> slots = new ArrayList<>();
    for (int s = 0; s < in.slotCount(); s++) {
      if (flow.person[s] != Flow.NONE) {
        slots.add(new Assignment(in.slots[s], in.persons[flow.person[s]]));
      }
    }
    return new MatchResult(
        slots, balance ? OptionalLong.of(cap) : OptionalLong.empty(), unfilled, reason);
  }

  /**
   * L: the smallest common cap of at least 1 with which as many slots can be filled as without it.
   *
   * <p>From below: a cap that fills too few has a cut, whose persons must be given what is missing;
   * so the next cap to try is the first that gives it to them.
   */
  private int cap() {
    int[] all = in.capacity;
    int most = new Flow(in, in.slotCount()).fill();
    int cap = raise(all, 0, most);
    Flow flow = new Flow(in, cap);
    int filled = flow.fill();
    while (filled < most) {
      BitSet cut = new BitSet();
      for (int p = 0; p < all.length; p++) {
        cut.set(p, flow.closed.personRank(p) < ClosedSets.OUTSIDE);
      }
      int[] capacities = cut.stream().map(p -> all[p]).toArray();
      cap = raise(capacities, cap, most - filled);
      flow.raise(cap);
      filled = flow.fill();
    }
    return cap;
  }

  /**
   * The smallest cap of at least 1 that allows these persons {@code more} than the cap {@code from}
   * does.
   */
  private int raise(int[] capacities, int from, int more) {
    long target = sum(capacities, from) + more;
    int low = Math.max(1, from);
    int high = Math.max(low, in.slotCount());
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sum(capacities, middle) >= target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static long sum(int[] capacities, int cap) {
    long sum = 0;
    for (int capacity : capacities) {
      sum += Math.min(capacity, cap);
    }
    return sum;
  }

  /**
   * What the searches for the unfilled slots visited: the smallest source side of a minimum cut.
   */
  private Reason reason(Flow flow) {
    List<Slot> slots = new ArrayList<>();
    BitSet eligible = new BitSet();
    for (int s = 0; s < in.slotCount(); s++) {
      if (flow.closed.slotRank(s) < ClosedSets.OUTSIDE) {
        slots.add(in.slots[s]);
        for (int p : in.everyMember[in.clazz[s]]) {
          if (!in.isBarred(p, s)) {
            eligible.set(p);
          }
        }
      }
    }
    return new Reason(slots, eligible.stream().mapToObj(p -> in.persons[p]).toList());
  }
}
