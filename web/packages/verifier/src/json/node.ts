import type { Json, JsonObject } from './json.ts'
import type { Pattern } from '../names.ts'
import { refuse } from '../text/say.ts'

/** A value with its path in the document, read as the kind that is expected there; refuses another kind by its path. */
export class Node {
  /** Like `$.strata.A.size`. */
  readonly path: string
  readonly value: Json

  constructor(path: string, value: Json) {
    this.path = path
    this.value = value
  }

  static root(document: Json): Node {
    return new Node('$', document)
  }

  /** A string, which must match the pattern as a whole if one is given. */
  text(pattern?: Pattern): string {
    if (typeof this.value !== 'string') throw refuse('json.want-text', this.path)
    if (pattern && !pattern.matches(this.value)) {
      throw refuse('json.want-pattern', this.path, this.value, pattern.source)
    }
    return this.value
  }

  /** An integer from min to max, both included. */
  integer(min: number, max: number): number {
    if (typeof this.value !== 'number') throw refuse('json.want-integer', this.path)
    if (this.value < min || this.value > max) throw refuse('json.want-range', this.path, this.value, min, max)
    return this.value
  }

  truth(): boolean {
    if (typeof this.value !== 'boolean') throw refuse('json.want-truth', this.path)
    return this.value
  }

  items(): Node[] {
    if (!Array.isArray(this.value)) throw refuse('json.want-array', this.path)
    return this.value.map((item, i) => new Node(`${this.path}[${i}]`, item))
  }

  /** The members of an object, in byte order of their keys. */
  members(): Map<string, Node> {
    const nodes = new Map<string, Node>()
    for (const [key, value] of this.object()) nodes.set(key, new Node(`${this.path}.${key}`, value))
    return nodes
  }

  /** The member of this name, which must be there. */
  get(key: string): Node {
    const member = this.find(key)
    if (!member) throw refuse('json.missing', this.path, key)
    return member
  }

  find(key: string): Node | undefined {
    const value = this.object().get(key)
    return value === undefined ? undefined : new Node(`${this.path}.${key}`, value)
  }

  /** This object, which must have no members but these: nothing unknown in a document (V1). */
  only(...known: string[]): this {
    const unknown = [...this.object().keys()].filter((key) => !known.includes(key))
    if (unknown.length > 0) throw refuse('json.unknown', this.path, unknown.join(', '))
    return this
  }

  private object(): JsonObject {
    if (!(this.value instanceof Map)) throw refuse('json.want-object', this.path)
    return this.value
  }
}
