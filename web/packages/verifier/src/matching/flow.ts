import type { Instance } from './instance.ts'
import { ClosedSets } from './closedSets.ts'
import { Search } from './search.ts'

export const NONE = -1

/**
 * Who fills which slot for now, and how slots can be passed on between persons to make room.
 *
 * It is a flow slot → (person, group) → person: a person fills one slot of a group and serves at most `capacity`
 * groups. `makeRoom` looks for a path in its residual graph. What a search without success visited is closed: whoever
 * enters must displace somebody in it, and nobody in it has room; it is remembered, and slots outside need not look
 * there again.
 */
export class Flow {
  readonly instance: Instance
  readonly capacity: Int32Array

  /** Person of each slot, or NONE. */
  readonly person: Int32Array

  /** Number of slots of each person. */
  readonly load: Int32Array

  /** Slots whose person is final; they are never passed on. */
  readonly fixed: Uint8Array
  readonly closed: ClosedSets
  readonly search: Search

  /** The slots of each person that may still be passed on, as linked lists. */
  private readonly first: Int32Array
  private readonly next: Int32Array
  private readonly previous: Int32Array

  constructor(instance: Instance, cap: number) {
    const slots = instance.slotCount
    const persons = instance.persons.length
    this.instance = instance
    this.capacity = instance.capacity.map((c) => Math.min(c, cap))
    this.person = new Int32Array(slots).fill(NONE)
    this.load = new Int32Array(persons)
    this.fixed = new Uint8Array(slots)
    this.closed = new ClosedSets(slots, persons)
    this.first = new Int32Array(persons).fill(NONE)
    this.next = new Int32Array(slots).fill(NONE)
    this.previous = new Int32Array(slots).fill(NONE)
    this.search = new Search(this)
  }

  /** Fills slots in order, each if all filled before and this one can be filled together (step 1); returns how many are. */
  fill(): number {
    let count = 0
    for (let s = 0; s < this.person.length; s++) {
      if (this.person[s] === NONE) this.fillOne(s)
      if (this.person[s] !== NONE) count++
    }
    return count
  }

  private fillOne(s: number): void {
    const best = this.mostRoom(s)
    if (best !== NONE) {
      this.attach(s, best)
      return
    }
    this.search.beginOutside()
    if (!this.makeRoom(s)) this.search.bury()
  }

  /** The eligible person with the most capacity left, which keeps later searches rare. */
  private mostRoom(s: number): number {
    const { members, class: classOf, group } = this.instance
    let best = NONE
    let most = 0
    for (const p of members[classOf[s]]) {
      const room = this.capacity[p] - this.load[p]
      if (room > most && !this.instance.isBarred(p, s) && this.slotHeldIn(group[s], p) === NONE) {
        most = room
        best = p
      }
    }
    return best
  }

  /** The slot of the group that the person fills, or NONE. */
  slotHeldIn(group: number, p: number): number {
    for (const other of this.instance.slotsOf[group]) {
      if (this.person[other] === p) return other
    }
    return NONE
  }

  /** Gives everybody more room, so that nothing is closed any more. */
  raise(cap: number): void {
    this.instance.capacity.forEach((c, p) => (this.capacity[p] = Math.min(c, cap)))
    this.closed.clear()
  }

  /** Finds a person for this slot, who has none, passing on others if needed; or changes nothing. */
  makeRoom(s: number): boolean {
    this.search.root(s)
    return this.search.run()
  }

  /** Passes on one slot of this person, who has one too many; or changes nothing. */
  relieve(p: number): boolean {
    this.search.rootsOf(p)
    return this.search.run()
  }

  attach(s: number, p: number): void {
    this.person[s] = p
    this.load[p]++
    if (this.fixed[s]) return
    this.next[s] = this.first[p]
    this.previous[s] = NONE
    if (this.first[p] !== NONE) this.previous[this.first[p]] = s
    this.first[p] = s
  }

  detach(s: number): void {
    const p = this.person[s]
    this.person[s] = NONE
    this.load[p]--
    if (this.fixed[s]) return
    if (this.previous[s] === NONE) this.first[p] = this.next[s]
    else this.next[this.previous[s]] = this.next[s]
    if (this.next[s] !== NONE) this.previous[this.next[s]] = this.previous[s]
  }

  firstOf(p: number): number {
    return this.first[p]
  }

  nextAfter(s: number): number {
    return this.next[s]
  }

  /** Whether all that this person can serve is final. */
  isSpent(p: number): boolean {
    return this.first[p] === NONE && this.load[p] >= this.capacity[p]
  }
}
