/** Drawing targets (section 8): in each stratum the units with the smallest keys, in the order of their keys. */
import type { Tickets } from '../suite/suite.ts'
import type { TokenTable } from './table.ts'
import { compare, hex, LENGTH, utf8 } from '../bytes.ts'
import { writeHex } from './table.ts'

/** A drawn unit; the ticket is its key. */
export interface Drawn {
  readonly token: string
  readonly ticket: string
}

export const sameDrawn = (a: Drawn, b: Drawn): boolean => a.token === b.token && a.ticket === b.ticket

export const showDrawn = ({ token, ticket }: Drawn): string => `token ${token} ticket ${ticket}`

/** What one round drew: the units of each stratum in drawing order, strata in byte order. */
export interface TargetRound {
  readonly r: number
  readonly strata: ReadonlyMap<string, readonly Drawn[]>
}

/** Is told how many units have a key already. */
export type Done = (units: number) => void

const TOLD_EVERY = 1 << 12

/**
 * Draws the number of each stratum, or all where there are fewer, without some units.
 *
 * @param wanted numbers by stratum, in byte order
 * @param without indices of units that do not take part
 */
export function select(
  frame: TokenTable,
  tickets: Tickets,
  wanted: ReadonlyMap<string, number>,
  without: ReadonlySet<number>,
  done: Done,
): Map<string, Drawn[]> {
  const members = new Map<string, number[]>([...wanted.keys()].map((name) => [name, []]))
  for (let i = 0; i < frame.size; i++) {
    const name = frame.code(i)
    if ((wanted.get(name) ?? 0) > 0 && !without.has(i)) members.get(name)?.push(i)
  }
  const keys = new Uint8Array(frame.size * LENGTH)
  const key = keyMaker(frame, tickets)
  let told = 0
  for (const indices of members.values()) {
    for (const i of indices) {
      key(i, keys.subarray(i * LENGTH, (i + 1) * LENGTH))
      if (++told % TOLD_EVERY === 0) done(told)
    }
  }
  const drawn = new Map<string, Drawn[]>()
  for (const [name, indices] of members)
    drawn.set(name, smallest(frame, keys, indices, wanted.get(name) ?? 0))
  return drawn
}

/** The units with the smallest keys, then tokens; tokens stand in byte order in the frame. */
function smallest(frame: TokenTable, keys: Uint8Array, indices: number[], number: number): Drawn[] {
  const order = (a: number, b: number) => compare(keys, a * LENGTH, keys, b * LENGTH, LENGTH) || a - b
  return indices
    .sort(order)
    .slice(0, number)
    .map((i) => ({ token: at(frame.tokens, i), ticket: at(keys, i) }))
}

const at = (column: Uint8Array, index: number): string =>
  hex(column.subarray(index * LENGTH, (index + 1) * LENGTH))

/** Computes keys of units: the smallest of ticket(token), ticket(token#2), … ticket(token#w). */
function keyMaker(frame: TokenTable, tickets: Tickets): (index: number, out: Uint8Array) => void {
  const label = new Uint8Array(2 * LENGTH + 3)
  const ticket = new Uint8Array(LENGTH)
  return (index, out) => {
    writeHex(frame.tokens, index * LENGTH, label)
    tickets.write(label, 2 * LENGTH, out)
    for (let ball = 2; ball <= frame.weight(index); ball++) {
      const number = utf8(`#${ball}`)
      label.set(number, 2 * LENGTH)
      tickets.write(label, 2 * LENGTH + number.length, ticket)
      if (compare(ticket, 0, out, 0, LENGTH) < 0) out.set(ticket)
    }
  }
}
