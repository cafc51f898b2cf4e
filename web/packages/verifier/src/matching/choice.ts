import type { Tickets } from '../suite/suite.ts'
import { NONE, type Flow } from './flow.ts'
import { PairTickets } from './pairTickets.ts'

const TOLD_EVERY = 64

/**
 * Step 2: gives each kept slot the best-ranked person with whom all kept slots can still be filled.
 *
 * The flow stays a full assignment all the time. A slot may have a person if whoever is displaced by it can be passed
 * on to somebody with room, the slot's own person having one place more.
 */
export class Choice {
  private readonly flow: Flow
  private readonly pairs: PairTickets

  constructor(flow: Flow, tickets: Tickets) {
    this.flow = flow
    this.pairs = new PairTickets(flow.instance, tickets)
  }

  /** Chooses for all; `done` is told how many have been chosen for. */
  all(done: (slots: number) => void): void {
    for (let s = 0; s < this.flow.instance.slotCount; s++) {
      if (this.flow.person[s] !== NONE) {
        this.pairs.load(s, this.flow)
        this.choose(s)
      }
      if (s % TOLD_EVERY === 0) done(s)
    }
  }

  private choose(s: number): void {
    const { flow } = this
    const q = flow.person[s]
    flow.detach(s)
    flow.fixed[s] = 1
    flow.search.begin(flow.closed.slotRank(s))
    let best = this.best(q)
    while (!this.give(s, this.pairs.person(best), q)) {
      flow.search.bury()
      this.pairs.strike(best)
      best = this.best(q)
    }
  }

  /** The best-ranked person left; those who cannot be had for certain are struck on the way. */
  private best(q: number): number {
    let best = NONE
    for (let i = 0; i < this.pairs.left;) {
      const p = this.pairs.person(i)
      if (p !== q && (this.flow.search.isVain(p) || this.flow.isSpent(p))) {
        this.pairs.strike(i)
        continue
      }
      if (best === NONE || this.pairs.before(i, best)) best = i
      i++
    }
    return best
  }

  /** Gives the slot, which has nobody, to this person if all slots can still be filled; q had it before. */
  private give(s: number, p: number, q: number): boolean {
    const { flow } = this
    if (p === q) {
      flow.attach(s, p)
      return true
    }
    const other = flow.slotHeldIn(flow.instance.group[s], p)
    if (other !== NONE) return this.replace(s, other, p)
    flow.attach(s, p)
    if (flow.load[p] <= flow.capacity[p] || flow.relieve(p)) return true
    flow.detach(s)
    return false
  }

  /** The person fills another slot of the group, which must then find somebody else. */
  private replace(s: number, other: number, p: number): boolean {
    const { flow } = this
    if (flow.fixed[other] || flow.search.isVainSlot(other)) return false
    flow.detach(other)
    flow.attach(s, p)
    if (flow.makeRoom(other)) return true
    flow.detach(s)
    flow.attach(other, p)
    return false
  }
}
