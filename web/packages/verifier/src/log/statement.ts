import type { PublicSource, Reveals } from '../documents.ts'
import type { Stated } from '../verify/logCheck.ts'
import type { StepType } from './step.ts'
import { Node } from '../json/node.ts'
import { object, same, type Json } from '../json/json.ts'
import { readSource } from '../documents.ts'

/** Something that a transcript states, and that the log must have as the payload of a step. */
export interface Statement {
  readonly type: StepType
  /** Of which round. */
  readonly r: number
  /** What tells it from others of its type and round, for a message. */
  readonly about: string
  /** What the log must have. */
  readonly payload: Json
}

/** All that a transcript states, as far as it could be read. */
export function statements(stated: Stated): Statement[] {
  const { commitment, commitmentHash, reveals, inputs } = stated
  const all: Statement[] = [
    { type: 'draw-committed', r: 0, about: commitmentHash, payload: commitment.document },
  ]
  if (reveals) all.push(...revealed(stated, reveals))
  inputs.forEach((payload, i) => all.push({ type: 'draw-round', r: i + 1, about: '', payload }))
  stated.results?.forEach((payload, r) => all.push({ type: 'draw-drawn', r, about: '', payload }))
  return all
}

function revealed({ commitment, inputs }: Stated, reveals: Reveals): Statement[] {
  const all: Statement[] = []
  for (const nonce of reveals.nonces) {
    all.push({ type: 'draw-revealed', r: 0, about: nonce.party, payload: object({ ...nonce }) })
  }
  all.push(...values(0, commitment.sources, reveals.values))
  reveals.chain.forEach((value, r) => {
    all.push({ type: 'draw-opened', r, about: '', payload: object({ r, value }) })
  })
  reveals.rounds.slice(0, inputs.length).forEach((round, i) => {
    const sources = Node.root(inputs[i]).get('public').items().map(readSource)
    all.push(...values(i + 1, sources, round.values))
  })
  return all
}

const values = (r: number, sources: readonly PublicSource[], values: readonly string[]): Statement[] =>
  sources.slice(0, values.length).map(({ kind, id }, i) => ({
    type: 'draw-public',
    r,
    about: `${kind} ${id}`,
    payload: object({ kind, id, value: values[i], ...(r === 0 ? {} : { r }) }),
  }))

const KEYS: Record<StepType, readonly string[]> = {
  'draw-committed': [],
  'draw-revealed': ['party'],
  'draw-public': ['kind', 'id', 'r'],
  'draw-opened': ['r'],
  'draw-round': ['r'],
  'draw-drawn': ['r'],
  'draw-void': [],
}

/** Whether a payload is about the same thing, though it may say otherwise of it. */
export function sameThing({ type, payload }: Statement, other: Json): boolean {
  if (!(payload instanceof Map) || !(other instanceof Map)) return false
  return KEYS[type].every((key) => {
    const [stated, stands] = [payload.get(key), other.get(key)]
    return stated === undefined || stands === undefined ? stated === stands : same(stated, stands)
  })
}

/** What it is, in the words of the log. */
export function nameOf({ type, r, about }: Statement): string {
  const numbered = r > 0 || type === 'draw-opened' || type === 'draw-drawn'
  return type + (numbered ? ` r=${r}` : '') + (about === '' ? '' : ` ${about}`)
}
