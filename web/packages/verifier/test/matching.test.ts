import { describe, expect, it } from 'vitest'
import { compare, LENGTH, utf8 } from '../src/bytes.ts'
import { label, readRoster, type Roster, type Slot } from '../src/matching/roster.ts'
import { match } from '../src/matching/matching.ts'
import { object, type Json } from '../src/json/json.ts'
import { SHA256, Tickets } from '../src/suite/suite.ts'
import { Standing } from '../src/matching/standing.ts'

/** Numbers that look random and are the same every time. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function roster(seed: number, groups: number, persons: number): Roster {
  const next = generator(seed)
  const some = <T>(items: T[], share: number) => items.filter(() => next(100) < share)
  const people = Array.from({ length: persons }, (_, i) => `p${i}`)
  const visits = Array.from({ length: groups }, (_, i) => `g${i}`)
  const slots: Json[] = []
  for (const group of visits) {
    for (const role of some(['a', 'b', 'c'], 80)) {
      slots.push(object({ group, role, class: next(3) === 0 ? 'few' : 'many' }))
    }
  }
  const pairs = visits.flatMap((group) => people.map((person) => object({ group, person })))
  return readRoster(
    object({
      groups: visits,
      persons: object(Object.fromEntries(people.map((person) => [person, next(4)]))),
      classes: object({ few: some(people, 40), many: people }),
      slots,
      recused: some(pairs, 15),
      absent: [],
      balance: next(2) === 0,
    }),
  )
}

/** Section 9 word by word: whether these slots can be filled, with choices made, tried person by person. */
class Definition {
  private readonly roster: Roster
  private readonly cap: number
  private readonly recused: Set<string>

  constructor(roster: Roster, cap: number) {
    this.roster = roster
    this.cap = cap
    this.recused = new Set(roster.recused.map(({ group, person }) => `${group}|${person}`))
  }

  eligible(slot: Slot): string[] {
    const members = this.roster.classes.get(this.roster.slots.get(label(slot))?.class ?? '') ?? []
    return members.filter((person) => !this.recused.has(`${slot.group}|${person}`))
  }

  fills(slots: readonly Slot[], chosen: ReadonlyMap<string, string>): boolean {
    const left = new Map([...this.roster.persons].map(([p, n]) => [p, Math.min(n, this.cap)]))
    const serving = new Set<string>()
    const take = (slot: Slot, person: string) => {
      const place = `${slot.group}|${person}`
      const free = left.get(person) ?? 0
      if (free === 0 || serving.has(place)) return false
      left.set(person, free - 1)
      serving.add(place)
      return true
    }
    const give = (slot: Slot, person: string) => {
      left.set(person, (left.get(person) ?? 0) + 1)
      serving.delete(`${slot.group}|${person}`)
    }
    const from = (i: number): boolean => {
      if (i === slots.length) return true
      const fixed = chosen.get(label(slots[i]))
      for (const person of fixed === undefined ? this.eligible(slots[i]) : [fixed]) {
        if (!take(slots[i], person)) continue
        if (from(i + 1)) return true
        give(slots[i], person)
      }
      return false
    }
    return from(0)
  }

  kept(order: readonly Slot[]): Slot[] {
    const kept: Slot[] = []
    for (const slot of order) if (this.fills([...kept, slot], new Map())) kept.push(slot)
    return kept
  }

  choose(kept: readonly Slot[], tickets: Tickets): Map<string, string> {
    const chosen = new Map<string, string>()
    for (const slot of kept) {
      const ranked = this.eligible(slot)
        .map((person) => ({ person, ticket: tickets.of(`pair|${label(slot)}|${person}`) }))
        .sort((a, b) => compare(a.ticket, 0, b.ticket, 0, LENGTH))
      const best = ranked.find(({ person }) => this.fills(kept, new Map(chosen).set(label(slot), person)))
      chosen.set(label(slot), best?.person ?? '')
    }
    return chosen
  }
}

const ordered = (slots: readonly Slot[], tickets: Tickets): Slot[] =>
  slots
    .map((slot) => ({ slot, ticket: tickets.of(`slot|${label(slot)}`) }))
    .sort((a, b) => compare(a.ticket, 0, b.ticket, 0, LENGTH))
    .map(({ slot }) => slot)

describe('matching', () => {
  it('gives what the definition says, on small rosters of every kind', () => {
    let short = 0
    for (let seed = 1; seed <= 150; seed++) {
      const given = roster(seed, 3, 4)
      const slots = [...given.slots.values()].map(({ slot }) => slot)
      const tickets = new Tickets(SHA256, utf8(`seed ${seed}`))
      const result = match(Standing.before(given), slots, tickets)
      const order = ordered(slots, tickets)
      const most = new Definition(given, slots.length).kept(order).length
      let cap = slots.length
      if (given.balance) for (cap = 1; new Definition(given, cap).kept(order).length < most;) cap++
      const definition = new Definition(given, cap)
      const kept = definition.kept(order)
      const chosen = definition.choose(kept, tickets)
      expect(result.slots.map((a) => [label(a.slot), a.person])).toEqual(
        kept.map((slot) => [label(slot), chosen.get(label(slot))]),
      )
      expect(result.unfilled).toEqual(order.filter((slot) => !kept.includes(slot)))
      expect(result.cap).toBe(given.balance ? cap : undefined)
      if (result.reason) {
        short++
        const without = (slot: Slot) => definition.kept(order.filter((s) => s !== slot)).length
        expect(result.reason.slots).toEqual(order.filter((slot) => without(slot) === kept.length))
        expect(result.reason.persons).toEqual(
          [...new Set(result.reason.slots.flatMap((slot) => definition.eligible(slot)))].sort(),
        )
      }
    }
    expect(short).toBeGreaterThan(30)
  })

  it('keeps to everybody’s limits and recusals, and adds up by Hall’s condition', () => {
    const given = roster(7, 120, 60)
    const slots = [...given.slots.values()].map(({ slot }) => slot)
    const result = match(Standing.before(given), slots, new Tickets(SHA256, utf8('large')))
    const cap = result.cap ?? slots.length
    const served = new Map<string, Set<string>>()
    for (const { slot, person } of result.slots) {
      const groups = served.get(person) ?? new Set()
      expect(groups.has(slot.group)).toBe(false)
      expect(given.recused).not.toContainEqual({ group: slot.group, person })
      served.set(person, groups.add(slot.group))
    }
    served.forEach((groups, person) =>
      expect(groups.size).toBeLessThanOrEqual(Math.min(cap, given.persons.get(person) ?? 0)),
    )
    const { reason, unfilled } = result
    const places = (reason?.persons ?? []).map((person) => {
      const groups = reason?.slots
        .filter((slot) => new Definition(given, cap).eligible(slot).includes(person))
        .map((slot) => slot.group)
      return Math.min(cap, given.persons.get(person) ?? 0, new Set(groups).size)
    })
    const room = places.reduce((sum, n) => sum + n, 0)
    expect(unfilled.length).toBeGreaterThan(0)
    expect((reason?.slots.length ?? 0) - room).toBe(unfilled.length)
  })
})
