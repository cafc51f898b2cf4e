import type { Node } from '../json/node.ts'
import type { Json } from '../json/json.ts'
import { CODE } from '../names.ts'

/** `result.json`: what every round gave. */
export interface Result<T> {
  readonly draw: string
  readonly rounds: readonly T[]
  /** The rounds as they stand there. */
  readonly documents: readonly Json[]
}

/** Reads the document, each round by `round`. */
export function readResult<T>(node: Node, round: (node: Node) => T): Result<T> {
  node.only('draw', 'rounds')
  const draw = node.get('draw').text(CODE)
  const rounds = node.get('rounds').items()
  return { draw, rounds: rounds.map(round), documents: rounds.map(({ value }) => value) }
}
