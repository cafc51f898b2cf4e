import type { Flow } from './flow.ts'
import type { Instance } from './instance.ts'
import type { Tickets } from '../suite/suite.ts'
import { compare, LENGTH, utf8 } from '../bytes.ts'
import { label } from './roster.ts'

/**
 * The tickets of the persons eligible for one slot after the other. Only the first four bytes of each are kept; two
 * tickets that agree in them are computed again in full.
 */
export class PairTickets {
  private readonly instance: Instance
  private readonly tickets: Tickets
  private readonly names: Uint8Array[]
  private readonly persons: Int32Array
  private readonly prefixes: Uint32Array
  private readonly label = new Uint8Array(512)
  private readonly ticket = new Uint8Array(LENGTH)
  private slot = -1
  private count = 0

  constructor(instance: Instance, tickets: Tickets) {
    this.instance = instance
    this.tickets = tickets
    this.names = instance.persons.map(utf8)
    const most = Math.max(0, ...instance.members.map((members) => members.length))
    this.persons = new Int32Array(most)
    this.prefixes = new Uint32Array(most)
  }

  /** Hashes the pairs of this slot, without persons who are spent. */
  load(slot: number, flow: Flow): void {
    this.slot = slot
    this.count = 0
    const head = utf8(`pair|${label(this.instance.slots[slot])}|`)
    this.label.set(head)
    for (const p of this.instance.members[this.instance.class[slot]]) {
      if (flow.isSpent(p) || this.instance.isBarred(p, slot)) continue
      this.label.set(this.names[p], head.length)
      this.tickets.write(this.label, head.length + this.names[p].length, this.ticket)
      const [a, b, c, d] = this.ticket
      this.persons[this.count] = p
      this.prefixes[this.count++] = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
    }
  }

  /** How many persons are still to be considered. */
  get left(): number {
    return this.count
  }

  person(i: number): number {
    return this.persons[i]
  }

  /** Strikes the i-th person; another takes the place. */
  strike(i: number): void {
    this.count--
    this.persons[i] = this.persons[this.count]
    this.prefixes[i] = this.prefixes[this.count]
  }

  /** Whether the i-th person comes before the j-th: by ticket, then name. */
  before(i: number, j: number): boolean {
    const order = this.prefixes[i] - this.prefixes[j]
    return order !== 0 ? order < 0 : this.beforeInFull(this.persons[i], this.persons[j])
  }

  private beforeInFull(p: number, q: number): boolean {
    const order = compare(this.full(p), 0, this.full(q), 0, LENGTH)
    return order !== 0 ? order < 0 : p < q
  }

  private full(p: number): Uint8Array {
    return this.tickets.of(`pair|${label(this.instance.slots[this.slot])}|${this.instance.persons[p]}`)
  }
}
