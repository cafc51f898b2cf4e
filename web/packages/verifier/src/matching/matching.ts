/**
 * Matches inspectors to slots at random (section 9): random priority with completability, that is, greedy in a
 * transversal matroid. A pure function of standing, open slots and tickets.
 */
import type { Standing } from './standing.ts'
import type { Tickets } from '../suite/suite.ts'
import { Choice } from './choice.ts'
import { Flow, NONE } from './flow.ts'
import { Instance } from './instance.ts'
import { object, type JsonObject } from '../json/json.ts'
import { OUTSIDE } from './closedSets.ts'
import type { Slot } from './roster.ts'

export interface Assignment {
  readonly slot: Slot
  readonly person: string
}

/** Hall's condition, to be added up by hand: these slots have only these persons, who cannot serve more of them. */
export interface Reason {
  readonly slots: readonly Slot[]
  readonly persons: readonly string[]
}

export interface MatchResult {
  readonly slots: readonly Assignment[]
  /** The balanced cap L, if the roster balances. */
  readonly cap?: number
  readonly unfilled: readonly Slot[]
  readonly reason?: Reason
}

/** One entry of `rounds` in `result.json`. */
export function resultJson(result: MatchResult, r: number): JsonObject {
  const members = {
    r,
    slots: result.slots.map(({ slot, person }) => object({ ...slot, person })),
    unfilled: result.unfilled.map(slotJson),
    ...(result.cap === undefined ? {} : { cap: result.cap }),
  }
  if (!result.reason) return object(members)
  const { slots, persons } = result.reason
  return object({ ...members, reason: object({ slots: slots.map(slotJson), persons: [...persons] }) })
}

const slotJson = ({ group, role }: Slot): JsonObject => object({ group, role })

/** Matches the open slots under these tickets. */
export function match(
  standing: Standing,
  open: readonly Slot[],
  tickets: Tickets,
  done: (slots: number) => void = () => undefined,
): MatchResult {
  const { balance } = standing.roster
  const instance = new Instance(standing, open, tickets)
  const cap = balance ? smallestCap(instance) : instance.slotCount
  const flow = new Flow(instance, cap)
  const missing = flow.fill() < instance.slotCount
  const unfilled = missing ? instance.slots.filter((_, s) => flow.person[s] === NONE) : []
  const reason = missing ? reasonOf(flow) : undefined
  new Choice(flow, tickets).all(done)
  const slots: Assignment[] = []
  instance.slots.forEach((slot, s) => {
    if (flow.person[s] !== NONE) slots.push({ slot, person: instance.persons[flow.person[s]] })
  })
  return { slots, cap: balance ? cap : undefined, unfilled, reason }
}

/**
 * L: the smallest common cap of at least 1 with which as many slots can be filled as without it. From below: a cap that
 * fills too few has a cut, whose persons must be given what is missing; so the next cap to try is the first that gives
 * it to them.
 */
function smallestCap(instance: Instance): number {
  const all = instance.capacity
  const slots = instance.slotCount
  const most = new Flow(instance, slots).fill()
  let cap = raise(all, 0, most, slots)
  const flow = new Flow(instance, cap)
  let filled = flow.fill()
  while (filled < most) {
    const cut = all.filter((_, p) => flow.closed.personRank(p) < OUTSIDE)
    cap = raise(cut, cap, most - filled, slots)
    flow.raise(cap)
    filled = flow.fill()
  }
  return cap
}

/** The smallest cap of at least 1 that allows these persons `more` than the cap `from` does. */
function raise(capacities: Int32Array, from: number, more: number, slots: number): number {
  const sum = (cap: number) => capacities.reduce((total, capacity) => total + Math.min(capacity, cap), 0)
  const target = sum(from) + more
  let low = Math.max(1, from)
  let high = Math.max(low, slots)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sum(middle) >= target) high = middle
    else low = middle + 1
  }
  return low
}

/** What the searches for the unfilled slots visited: the smallest source side of a minimum cut. */
function reasonOf(flow: Flow): Reason {
  const { instance } = flow
  const slots: Slot[] = []
  const eligible = new Set<number>()
  instance.slots.forEach((slot, s) => {
    if (flow.closed.slotRank(s) >= OUTSIDE) return
    slots.push(slot)
    for (const p of instance.everyMember[instance.class[s]]) {
      if (!instance.isBarred(p, s)) eligible.add(p)
    }
  })
  const persons = [...eligible].sort((a, b) => a - b).map((p) => instance.persons[p])
  return { slots, persons }
}
