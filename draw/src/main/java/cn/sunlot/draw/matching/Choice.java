package cn.sunlot.draw.matching;

import static cn.sunlot.draw.matching.Flow.NONE;

import cn.sunlot.draw.Tickets;

/**
 * Step 2: gives each kept slot the best-ranked person with whom all kept slots can still be filled.
 *
 * <p>The flow stays a full assignment all the time. A slot may have a person if whoever is
 * displaced by it can be passed on to somebody with room, the slot's own person having one place
 * more.
 */
final class Choice {
  private final Flow flow;
  private final Instance in;
  private final Search search;
  private final PairTickets pairs;

  Choice(Flow flow, Tickets tickets) {
    this.flow = flow;
    this.in = flow.in;
    this.search = flow.search();
    this.pairs = new PairTickets(in, tickets);
  }

  void all() {
    for (int s = 0; s < in.slotCount(); s++) {
      if (flow.person[s] != NONE) {
        pairs.require(s, flow);
        choose(s);
      }
    }
  }

  private void choose(int s) {
    int q = flow.person[s];
    flow.detach(s);
    flow.fixed[s] = true;
    search.begin(flow.closed.slotRank(s));
    int best = best(s, q);
    while (!give(s, pairs.person(s, best), q)) {
      search.bury();
      pairs.strike(s, best);
      best = best(s, q);
    }
  }

  /** The best-ranked person left; those who cannot be had for certain are struck on the way. */
  private int best(int s, int q) {
    int best = NONE;
    for (int i = 0; i < pairs.left(s); ) {
      int p = pairs.person(s, i);
      if (p != q && (search.isVain(p) || flow.isSpent(p))) {
        pairs.strike(s, i);
        continue;
      }
      if (best == NONE || pairs.before(s, i, best)) {
        best = i;
      }
      i++;
    }
    return best;
  }

  /**
   * Gives the slot, which has nobody, to this person if all slots can still be filled; q had it
   * before.
   */
  private boolean give(int s, int p, int q) {
    if (p == q) {
      flow.attach(s, p);
      return true;
    }
    int other = flow.slotHeldIn(in.group[s], p);
    if (other != NONE) {
      return replace(s, other, p);
    }
    flow.attach(s, p);
    if (flow.load[p] <= flow.capacity[p] || flow.relieve(p)) {
      return true;
    }
    flow.detach(s);
    return false;
  }

  /** The person fills another slot of the group, which must then find somebody else. */
  private boolean replace(int s, int other, int p) {
    if (flow.fixed[other] || search.isVainSlot(other)) {
      return false;
    }
    flow.detach(other);
    flow.attach(s, p);
    if (flow.makeRoom(other)) {
      return true;
    }
    flow.detach(s);
    flow.attach(other, p);
    return false;
  }
}
