/** Rank of what is in no closed set. */
export const OUTSIDE = 2 ** 51

const BOTTOM = -OUTSIDE

/** New ranks are put near the lower neighbour: most sets are found from below. */
const SHARE = 16

/**
 * A growing chain of closed sets of slots and persons, each within the next. A set is closed if its slots need all the
 * room there is in it: no slot outside can ever have a person inside.
 *
 * The rank of a slot or person tells the smallest set that it is in: a slot can only have persons of its own rank or
 * higher. If a search for a slot of rank k was in vain, what it visited is closed together with all sets below k, and
 * the slot is not in it: a new set of the chain, below k. Ranks are whole numbers that doubles hold exactly.
 */
export class ClosedSets {
  private readonly slots: Float64Array
  private readonly persons: Float64Array

  /** Ascending. */
  private ranks: number[] = []

  constructor(slotCount: number, personCount: number) {
    this.slots = new Float64Array(slotCount)
    this.persons = new Float64Array(personCount)
    this.clear()
  }

  /** Forgets all sets. */
  clear(): void {
    this.slots.fill(OUTSIDE)
    this.persons.fill(OUTSIDE)
    this.ranks = [OUTSIDE]
  }

  slotRank(s: number): number {
    return this.slots[s]
  }

  personRank(p: number): number {
    return this.persons[p]
  }

  putSlot(s: number, rank: number): void {
    this.slots[s] = rank
  }

  putPerson(p: number, rank: number): void {
    this.persons[p] = rank
  }

  /** Makes sure that there is a rank free next below this one; returns the rank, as it is numbered now. */
  withRoomBelow(rank: number): number {
    if (rank - this.below(rank) > SHARE) return rank
    const step = Math.floor(OUTSIDE / this.ranks.length)
    const last = this.ranks.length - 1
    const now = new Map(this.ranks.map((old, i) => [old, OUTSIDE - (last - i) * step]))
    const renamed = (old: number) => now.get(old) ?? old
    for (let s = 0; s < this.slots.length; s++) this.slots[s] = renamed(this.slots[s])
    for (let p = 0; p < this.persons.length; p++) this.persons[p] = renamed(this.persons[p])
    this.ranks = this.ranks.map(renamed)
    return renamed(rank)
  }

  /** A new rank below this one and above all that are below it. */
  add(rank: number): number {
    const lower = this.below(rank)
    const added = lower + Math.floor((rank - lower) / SHARE)
    this.ranks.splice(this.place(rank), 0, added)
    return added
  }

  private below(rank: number): number {
    const at = this.place(rank)
    return at === 0 ? BOTTOM : this.ranks[at - 1]
  }

  /** Where this rank stands among all. */
  private place(rank: number): number {
    let from = 0
    let to = this.ranks.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.ranks[middle] < rank) from = middle + 1
      else to = middle
    }
    return from
  }
}
