import type { Slot } from './roster.ts'
import type { Standing } from './standing.ts'
import type { Tickets } from '../suite/suite.ts'
import { compare, LENGTH } from '../bytes.ts'
import { label } from './roster.ts'

/**
 * One matching problem in numbers: slots in the order of step 1, persons in byte order, groups and classes as they
 * come. Who may fill a slot is not spelled out per slot but is the members of its class without the persons barred
 * from its group.
 */
export class Instance {
  readonly slots: readonly Slot[]
  readonly persons: readonly string[]

  /** How many more groups each person may serve, at most the number of slots. */
  readonly capacity: Int32Array

  /** Group and class of each slot. */
  readonly group: Int32Array
  readonly class: Int32Array

  /** Slots of each group. */
  readonly slotsOf: number[][]

  /** Available members of each class with a capacity, and all available members, ascending. */
  readonly members: number[][]
  readonly everyMember: number[][]

  /** Persons recused from each group or serving in it already. */
  readonly barred: number[][]
  private readonly barredSets: Set<number>[]

  constructor(standing: Standing, open: readonly Slot[], tickets: Tickets) {
    const { roster } = standing
    this.slots = inOrder(open, tickets)
    const left = standing.capacitiesLeft()
    this.persons = [...left.keys()].sort()
    const personIndex = index(this.persons)
    this.capacity = Int32Array.from(this.persons, (person) =>
      standing.isAbsent(person) ? 0 : Math.min(left.get(person) ?? 0, this.slots.length),
    )
    const groups = [...new Set(this.slots.map((slot) => slot.group))]
    const groupIndex = index(groups)
    this.group = Int32Array.from(this.slots, (slot) => groupIndex.get(slot.group) ?? -1)
    this.slotsOf = groups.map(() => [])
    this.group.forEach((g, s) => this.slotsOf[g].push(s))
    const out = standing.barred()
    this.barred = groups.map((group) => numbers(out.get(group) ?? [], personIndex))
    this.barredSets = this.barred.map((persons) => new Set(persons))
    const classIndex = index([...roster.classes.keys()])
    this.class = Int32Array.from(
      this.slots,
      (slot) => classIndex.get(roster.slots.get(label(slot))?.class ?? '') ?? -1,
    )
    this.everyMember = [...roster.classes.values()].map((all) =>
      numbers(
        all.filter((person) => !standing.isAbsent(person)),
        personIndex,
      ),
    )
    this.members = this.everyMember.map((all) => all.filter((p) => this.capacity[p] > 0))
  }

  get slotCount(): number {
    return this.slots.length
  }

  isBarred(person: number, slot: number): boolean {
    return this.barredSets[this.group[slot]].has(person)
  }
}

/** Step 1's order: by ticket, then label. */
function inOrder(open: readonly Slot[], tickets: Tickets): Slot[] {
  return open
    .map((slot) => ({ slot, name: label(slot), ticket: tickets.of(`slot|${label(slot)}`) }))
    .sort((a, b) => compare(a.ticket, 0, b.ticket, 0, LENGTH) || (a.name < b.name ? -1 : 1))
    .map(({ slot }) => slot)
}

const index = (names: readonly string[]): Map<string, number> => new Map(names.map((name, i) => [name, i]))

/** Persons without a number are absent and cannot serve anyway. */
const numbers = (names: readonly string[], index: ReadonlyMap<string, number>): number[] =>
  names
    .map((name) => index.get(name) ?? -1)
    .filter((i) => i >= 0)
    .sort((a, b) => a - b)
