/** Results and inputs of rounds of targets (sections 8, 10, 11). */
import type { Node } from '../json/node.ts'
import type { Drawn, TargetRound } from './draw.ts'
import * as names from '../names.ts'
import { readSource, roundNumber, size, type PublicSource } from '../documents.ts'
import { refuse } from '../text/say.ts'

const MAX_INT = 2 ** 31 - 1

/** Reads what a round drew. */
export function readTargetRound(node: Node): TargetRound {
  node.only('r', 'strata')
  return { r: size(node.get('r')), strata: readStrata(node.get('strata')) }
}

/** Reads the drawn units of each stratum. */
export function readStrata(node: Node): Map<string, Drawn[]> {
  const strata = new Map<string, Drawn[]>()
  node.members().forEach((units, name) => {
    strata.set(names.require(names.CODE, 'stratum', name), units.items().map(readDrawn))
  })
  return strata
}

function readDrawn(node: Node): Drawn {
  node.only('token', 'ticket')
  return { token: node.get('token').text(names.HEX32), ticket: node.get('ticket').text(names.HEX32) }
}

/** The input of a substitute round. */
export interface SubstituteRound {
  readonly r: number
  /** How many units are drawn in addition, per stratum. */
  readonly strata: ReadonlyMap<string, number>
  /** Tokens of drawn units that are not inspected. */
  readonly dropped: readonly string[]
  readonly sources: readonly PublicSource[]
}

export function readSubstituteRound(node: Node): SubstituteRound {
  node.only('r', 'strata', 'dropped', 'public')
  const strata = new Map<string, number>()
  node
    .get('strata')
    .members()
    .forEach((n, name) => strata.set(name, n.integer(1, MAX_INT)))
  const input = {
    r: roundNumber(node.get('r')),
    strata,
    dropped: node.get('dropped').items().map(readDropped),
    sources: node.get('public').items().map(readSource),
  }
  strata.forEach((_, name) => names.require(names.CODE, 'stratum', name))
  return input
}

function readDropped(node: Node): string {
  node.only('token', 'reason')
  const token = node.get('token').text(names.HEX32)
  node.get('reason').text(names.CODE)
  return token
}

/** Checks an input against what stands (V11): rounds 0 to r - 1 and inputs 1 to r - 1. */
export function requireConsistent(
  input: SubstituteRound,
  strataOfDraw: ReadonlyMap<string, unknown>,
  rounds: readonly TargetRound[],
  inputs: readonly SubstituteRound[],
): void {
  if (input.r !== rounds.length || inputs.length !== input.r - 1)
    throw refuse('round.gap', input.r, rounds.length)
  for (const stratum of input.strata.keys()) {
    if (!strataOfDraw.has(stratum)) throw refuse('round.stratum', input.r, stratum)
  }
  const held = drawnTokens(rounds)
  inputs.forEach((earlier) => earlier.dropped.forEach((token) => held.delete(token)))
  for (const token of input.dropped) {
    if (!held.delete(token)) throw refuse('round.dropped', input.r, token)
  }
}

/** Every token that these rounds drew. */
export function drawnTokens(rounds: readonly TargetRound[]): Set<string> {
  const tokens = new Set<string>()
  for (const round of rounds) {
    for (const units of round.strata.values()) units.forEach((unit) => tokens.add(unit.token))
  }
  return tokens
}
