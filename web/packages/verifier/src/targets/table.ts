import type { Suite } from '../suite/suite.ts'
import { compare, LENGTH, unhex, utf8 } from '../bytes.ts'
import { Merkle } from './merkle.ts'

/** Most lines that one list can have: an array's limit in the reference program. */
export const MAX_SIZE = 50_000_000

/** Most different codes in one list. */
export const MAX_NAMES = 1 << 16

/** Longest line: token, comma, code, comma, weight. */
export const MAX_LINE = 64 + 1 + 64 + 1 + 2

const DIGITS = utf8('0123456789abcdef')

/** Writes the 32 bytes as 64 hex digits. */
export function writeHex(bytes: Uint8Array, from: number, out: Uint8Array): void {
  for (let i = 0; i < LENGTH; i++) {
    const byte = bytes[from + i]
    out[2 * i] = DIGITS[byte >> 4]
    out[2 * i + 1] = DIGITS[byte & 15]
  }
}

/** A sorted list of tokens, each with a code (stratum or reason) and perhaps a weight, column by column. */
export interface Columns {
  readonly size: number
  /** 32 bytes per line. */
  readonly tokens: Uint8Array
  /** Index into `names`. */
  readonly codes: Uint16Array
  /** None where lines have no weight. */
  readonly weights?: Uint8Array
  readonly names: readonly string[]
}

/** Frame or exclusions, as read from their file. */
export class TokenTable {
  private readonly columns: Columns

  constructor(columns: Columns) {
    this.columns = columns
  }

  get size(): number {
    return this.columns.size
  }

  /** All tokens, 32 bytes each. */
  get tokens(): Uint8Array {
    return this.columns.tokens
  }

  /** Name of the stratum or the reason of a line. */
  code(index: number): string {
    return this.columns.names[this.columns.codes[index]]
  }

  weight(index: number): number {
    return this.columns.weights?.[index] ?? 1
  }

  /** The index of a token, or -1. */
  find(token: string): number {
    const bytes = unhex(token)
    let from = 0
    let to = this.size - 1
    while (from <= to) {
      const middle = (from + to) >>> 1
      const order = compare(this.columns.tokens, middle * LENGTH, bytes, 0, LENGTH)
      if (order === 0) return middle
      if (order < 0) from = middle + 1
      else to = middle - 1
    }
    return -1
  }

  contains(token: string): boolean {
    return this.find(token) >= 0
  }

  /** How many lines each code has, by its name, in byte order. */
  counts(): Map<string, number> {
    const { names, codes, size } = this.columns
    const counts = new Map([...names].sort().map((name) => [name, 0]))
    for (let i = 0; i < size; i++) counts.set(names[codes[i]], (counts.get(names[codes[i]]) ?? 0) + 1)
    return counts
  }

  /** The line of this index, without LF. */
  line(index: number): string {
    const line = new Uint8Array(MAX_LINE)
    return new TextDecoder().decode(line.subarray(0, this.lines()(index, line)))
  }

  root(suite: Suite): Uint8Array {
    const tree = new Merkle(suite)
    const lines = this.lines()
    const line = new Uint8Array(MAX_LINE)
    for (let i = 0; i < this.size; i++) tree.add(line.subarray(0, lines(i, line)))
    return tree.root()
  }

  /** The first line, counted from 0, whose token is in the other list too. */
  firstAlsoIn(other: TokenTable): number | undefined {
    let at = 0
    for (let i = 0; i < this.size; i++) {
      let order = -1
      while (at < other.size && order < 0) {
        order = compare(other.tokens, at * LENGTH, this.tokens, i * LENGTH, LENGTH)
        if (order < 0) at++
      }
      if (order === 0) return i
    }
    return undefined
  }

  /** Something that writes lines into an array; it returns their length. */
  private lines(): (index: number, out: Uint8Array) => number {
    const { tokens, codes, weights, names } = this.columns
    const endings = names.map((name) => utf8(`,${name}`))
    return (index, out) => {
      writeHex(tokens, index * LENGTH, out)
      const ending = endings[codes[index]]
      out.set(ending, 2 * LENGTH)
      let end = 2 * LENGTH + ending.length
      if (weights) {
        const digits = `,${weights[index]}`
        for (let i = 0; i < digits.length; i++) out[end++] = digits.charCodeAt(i)
      }
      return end
    }
  }
}
