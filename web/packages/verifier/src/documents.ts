/** The small documents of a transcript: parties, sources, nonces, openings, what was revealed (sections 5, 11). */
import type { Node } from './json/node.ts'
import type { Suite } from './suite/suite.ts'
import * as names from './names.ts'
import { hex, utf8 } from './bytes.ts'

const MAX_INT = 2 ** 31 - 1

/** A size, a count: what Java holds in an int. */
export const size = (node: Node): number => node.integer(0, MAX_INT)

/** The number of a round, from 1. */
export const roundNumber = (node: Node): number => node.integer(1, MAX_INT)

export interface Party {
  readonly party: string
  readonly role: string
  readonly commitment: string
}

export function readParty(node: Node): Party {
  node.only('party', 'role', 'commitment')
  return {
    party: node.get('party').text(names.PARTY),
    role: node.get('role').text(names.CODE),
    commitment: node.get('commitment').text(names.HEX32),
  }
}

/** A source of a public value, declared before the value exists. */
export interface PublicSource {
  readonly kind: string
  readonly id: string
}

export function readSource(node: Node): PublicSource {
  node.only('kind', 'id')
  return { kind: node.get('kind').text(names.CODE), id: node.get('id').text(names.TEXT) }
}

export interface Nonce {
  readonly party: string
  readonly nonce: string
}

export function readNonce(node: Node): Nonce {
  node.only('party', 'nonce')
  return { party: node.get('party').text(names.PARTY), nonce: node.get('nonce').text(names.HEX32) }
}

/** Whether a nonce opens what the party committed to (V7). */
export function opensCommitment(nonce: Nonce, party: Party, suite: Suite, draw: string): boolean {
  const head = utf8(`sunlot/commit/v1\n${draw}\n${nonce.party}\n`)
  const commitment = hex(suite.hash(head, names.bytes32('nonce', nonce.nonce)))
  return party.party === nonce.party && party.commitment === commitment
}

/** What opens a line of the frame: the unit, its salt, its token. */
export interface Opening {
  readonly unit: string
  readonly salt: string
  readonly token: string
}

export function readOpening(node: Node): Opening {
  node.only('unit', 'salt', 'token')
  const opening = {
    unit: node.get('unit').text(),
    salt: node.get('salt').text(names.HEX32),
    token: node.get('token').text(names.HEX32),
  }
  names.unitId(opening.unit)
  return opening
}

/** The token of a unit under its salt (section 3). */
export function tokenOf(suite: Suite, draw: string, unit: string, salt: string): string {
  const head = utf8(`sunlot/unit/v1\n${draw}\n${unit}\n`)
  return hex(suite.hash(head, names.bytes32('salt', salt)))
}

export interface RoundValues {
  readonly r: number
  readonly values: readonly string[]
}

/** `reveals.json`: what was secret or did not exist when the draw was committed. */
export interface Reveals {
  readonly nonces: readonly Nonce[]
  readonly values: readonly string[]
  readonly chain: readonly string[]
  readonly rounds: readonly RoundValues[]
}

export function readReveals(node: Node): Reveals {
  node.only('nonces', 'public', 'chain', 'rounds')
  return {
    nonces: node.get('nonces').items().map(readNonce),
    values: texts(node.get('public')),
    chain: node
      .get('chain')
      .items()
      .map((value) => value.text(names.HEX32)),
    rounds: node.get('rounds').items().map(readRoundValues),
  }
}

function readRoundValues(node: Node): RoundValues {
  node.only('r', 'public')
  return { r: roundNumber(node.get('r')), values: texts(node.get('public')) }
}

const texts = (array: Node): string[] => array.items().map((item) => item.text())
