import type { Node } from '../json/node.ts'
import { CODE } from '../names.ts'

/** `result.json`: what every round gave. */
export interface Result<T> {
  readonly draw: string
  readonly rounds: readonly T[]
}

/** Reads the document, each round by `round`. */
export function readResult<T>(node: Node, round: (node: Node) => T): Result<T> {
  node.only('draw', 'rounds')
  return { draw: node.get('draw').text(CODE), rounds: node.get('rounds').items().map(round) }
}
