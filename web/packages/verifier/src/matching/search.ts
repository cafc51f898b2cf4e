import type { Flow } from './flow.ts'
import type { Instance } from './instance.ts'
import { OUTSIDE } from './closedSets.ts'

const NONE = -1
const BARRED = -2

/**
 * Breadth-first searches for room in the residual graph of a flow. Searches between two calls of `begin` share their
 * marks: what one visited in vain, the next need not visit again.
 */
export class Search {
  private readonly flow: Flow
  private readonly instance: Instance
  private within = 0
  private epoch = 0
  private readonly slotSeen: Int32Array
  private readonly personSeen: Int32Array

  /** The slot that takes the place of this one when it is passed on, or NONE at a root. */
  private readonly successor: Int32Array

  /** The slot through which a person was reached. */
  private readonly via: Int32Array
  private readonly queue: Int32Array
  private head = 0
  private tail = 0
  private readonly reached: Int32Array
  private reachedCount = 0
  private buriedSlots = 0
  private buriedPersons = 0

  /** Members of each class not visited since `begin`. */
  private readonly left: Int32Array[] = []
  private readonly leftCount: number[] = []
  private readonly leftEpoch: number[] = []

  /** For the group being looked at: the slot in it that a person holds, or BARRED. */
  private readonly place: Int32Array
  private readonly placeStamp: Int32Array
  private stamp = 0

  constructor(flow: Flow) {
    this.flow = flow
    this.instance = flow.instance
    const slots = this.instance.slotCount
    const persons = this.instance.persons.length
    this.slotSeen = new Int32Array(slots)
    this.personSeen = new Int32Array(persons)
    this.successor = new Int32Array(slots)
    this.via = new Int32Array(persons)
    this.queue = new Int32Array(slots)
    this.reached = new Int32Array(persons)
    this.place = new Int32Array(persons)
    this.placeStamp = new Int32Array(persons)
  }

  /** Forgets what was visited; closed sets below this rank count as visited. */
  begin(rank: number): void {
    this.within = rank
    this.epoch++
    this.head = 0
    this.tail = 0
    this.reachedCount = 0
    this.buriedSlots = 0
    this.buriedPersons = 0
  }

  beginOutside(): void {
    this.begin(OUTSIDE)
  }

  isVain(p: number): boolean {
    return this.personSeen[p] === this.epoch || this.flow.closed.personRank(p) < this.within
  }

  isVainSlot(s: number): boolean {
    return this.slotSeen[s] === this.epoch || this.flow.closed.slotRank(s) < this.within
  }

  /** Remembers everything visited since `begin`, which must have been in vain, as closed. */
  bury(): void {
    const { closed } = this.flow
    this.within = closed.withRoomBelow(this.within)
    const rank = closed.add(this.within)
    while (this.buriedSlots < this.tail) closed.putSlot(this.queue[this.buriedSlots++], rank)
    while (this.buriedPersons < this.reachedCount) closed.putPerson(this.reached[this.buriedPersons++], rank)
  }

  root(s: number): void {
    this.enqueue(s, NONE)
  }

  rootsOf(p: number): void {
    this.reach(p, NONE)
  }

  private enqueue(s: number, by: number): void {
    this.slotSeen[s] = this.epoch
    this.successor[s] = by
    this.queue[this.tail++] = s
  }

  private reach(p: number, by: number): void {
    this.personSeen[p] = this.epoch
    this.via[p] = by
    this.reached[this.reachedCount++] = p
    for (let s = this.flow.firstOf(p); s !== NONE; s = this.flow.nextAfter(s)) {
      if (!this.isVainSlot(s)) this.enqueue(s, by)
    }
  }

  /** Searches from the roots; if there is room, passes slots on along the path. */
  run(): boolean {
    while (this.head < this.tail) {
      const found = this.visit(this.queue[this.head++])
      if (found !== NONE) {
        this.passOn(found)
        return true
      }
    }
    return false
  }

  /** Looks at everybody eligible for the slot and not visited; returns one with room, or NONE. */
  private visit(s: number): number {
    this.markPlaces(this.instance.group[s])
    const c = this.instance.class[s]
    const list = this.list(c)
    let i = 0
    while (i < this.leftCount[c]) {
      const p = list[i]
      if (!this.isVain(p) && this.placeStamp[p] === this.stamp) {
        this.exchange(this.place[p], s)
        i++
        continue
      }
      list[i] = list[--this.leftCount[c]]
      if (!this.isVain(p)) {
        this.reach(p, s)
        if (this.flow.load[p] < this.flow.capacity[p]) return p
      }
    }
    return NONE
  }

  /** The person serves the group already: the slot can only take the place of that other slot. */
  private exchange(other: number, s: number): void {
    if (other !== BARRED && !this.flow.fixed[other] && !this.isVainSlot(other)) this.enqueue(other, s)
  }

  private markPlaces(group: number): void {
    this.stamp++
    for (const p of this.instance.barred[group]) {
      this.placeStamp[p] = this.stamp
      this.place[p] = BARRED
    }
    for (const other of this.instance.slotsOf[group]) {
      const p = this.flow.person[other]
      if (p !== NONE) {
        this.placeStamp[p] = this.stamp
        this.place[p] = other
      }
    }
  }

  private list(c: number): Int32Array {
    const members = this.instance.members[c]
    this.left[c] ??= new Int32Array(members.length)
    if (this.leftEpoch[c] !== this.epoch) {
      this.leftEpoch[c] = this.epoch
      this.leftCount[c] = members.length
      this.left[c].set(members)
    }
    return this.left[c]
  }

  private passOn(room: number): void {
    let to = room
    let s = this.via[room]
    while (s !== NONE) {
      const from = this.flow.person[s]
      if (from !== NONE) this.flow.detach(s)
      this.flow.attach(s, to)
      to = from
      s = this.successor[s]
    }
  }
}
