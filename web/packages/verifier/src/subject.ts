/** What is drawn from: the members of the commitment document that depend on its purpose (sections 4, 5). */
import * as names from './names.ts'
import type { Node } from './json/node.ts'
import { size } from './documents.ts'
import { refuse } from './text/say.ts'

const COMMON = [
  'v',
  'suite',
  'draw',
  'purpose',
  'task',
  'profile',
  'chain',
  'parties',
  'public',
  'revealBy',
  'openBy',
  'previous',
]

const WHOLE = 10_000

/** A share in ten-thousandths, rounded up, or a number. */
export type Rule = { readonly rate: number } | { readonly count: number }

/** How many of this many members are drawn. */
export const quotaOf = (rule: Rule, members: number): number =>
  Math.min(members, 'rate' in rule ? Math.floor((members * rule.rate + WHOLE - 1) / WHOLE) : rule.count)

export interface Stratum {
  readonly size: number
  readonly rule: Rule
  readonly quota: number
}

export interface Listed {
  readonly size: number
  readonly root: string
}

export interface Targets {
  readonly purpose: 'targets'
  readonly pool: number
  readonly frame: Listed
  readonly excluded: Listed
  readonly reasons: ReadonlyMap<string, number>
  readonly strata: ReadonlyMap<string, Stratum>
}

export interface Inspectors {
  readonly purpose: 'inspectors'
  readonly roster: string
}

export type Subject = Targets | Inspectors

/** Reads the members that the purpose asks for, and refuses all that does not belong to it. */
export function readSubject(node: Node): Subject {
  const purpose = node.get('purpose').text()
  switch (purpose) {
    case 'targets':
      return targets(node.only(...COMMON, 'pool', 'frame', 'excluded', 'strata'))
    case 'inspectors':
      return {
        purpose,
        roster: node
          .only(...COMMON, 'roster')
          .get('roster')
          .only('hash')
          .get('hash')
          .text(names.HEX32),
      }
    default:
      throw refuse('commitment.purpose', purpose)
  }
}

function targets(node: Node): Targets {
  const pool = node.get('pool').only('size', 'snapshot')
  const excluded = node.get('excluded').only('size', 'root', 'reasons')
  const reasons = new Map<string, number>()
  excluded
    .get('reasons')
    .members()
    .forEach((n, reason) => reasons.set(reason, size(n)))
  const strata = new Map<string, Stratum>()
  node
    .get('strata')
    .members()
    .forEach((s, name) => strata.set(name, stratum(s)))
  const all = size(pool.get('size'))
  pool.get('snapshot').text(names.HEX32_OR_NONE)
  const frame = listed(node.get('frame').only('size', 'root'))
  const out = listed(excluded)
  reasons.forEach((_, reason) => names.require(names.CODE, 'reason', reason))
  strata.forEach((_, name) => names.require(names.CODE, 'stratum', name))
  return { purpose: 'targets', pool: all, frame, excluded: out, reasons, strata }
}

const listed = (node: Node): Listed => ({
  size: size(node.get('size')),
  root: node.get('root').text(names.HEX32),
})

function stratum(node: Node): Stratum {
  node.only('size', 'rate_bp', 'count', 'quota')
  return { size: size(node.get('size')), rule: rule(node), quota: size(node.get('quota')) }
}

function rule(node: Node): Rule {
  const rate = node.find('rate_bp')
  if ((rate !== undefined) === (node.find('count') !== undefined)) throw refuse('quota.which', node.path)
  return rate ? { rate: rate.integer(1, WHOLE) } : { count: size(node.get('count')) }
}
