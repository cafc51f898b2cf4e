/** `frame.csv.gz` and `excluded.csv.gz` (sections 3, 11), read strictly and line by line. */
import type { Key, Say } from '../text/say.ts'
import { CODE } from '../names.ts'
import { compare, LENGTH } from '../bytes.ts'
import { gunzip } from '../files/inflate.ts'
import { MAX_LINE, MAX_NAMES, MAX_SIZE, TokenTable } from './table.ts'
import { say } from '../text/say.ts'

/** Largest weight. */
const MAX_WEIGHT = 64
const LF = 10
const COMMA = 44
const ZERO = 48
const NINE = 57
const A = 97
const F = 102

/** A line of a list that breaks section 3. */
export class BadLine extends Error {
  /** Counted from 1. */
  readonly line: number
  readonly say: Say

  constructor(line: number, said: Say) {
    super(`line ${line}: ${said.key}`)
    this.line = line
    this.say = said
  }

  /** Whether the list is longer than its reader was told. */
  get tooMany(): boolean {
    return this.say.key === 'csv.size'
  }
}

/** Reads a packed list of at most `limit` lines. */
export const readList = (packed: Uint8Array, weighted: boolean, limit: number): TokenTable =>
  new Csv(weighted, limit).read(packed)

class Csv {
  private readonly weighted: boolean
  private readonly limit: number
  private readonly names = new Map<string, number>()
  private readonly line = new Uint8Array(MAX_LINE)
  private tokens = new Uint8Array(1024 * LENGTH)
  private codes = new Uint16Array(1024)
  private weights = new Uint8Array(1024)
  private length = 0
  private size = 0

  constructor(weighted: boolean, limit: number) {
    this.weighted = weighted
    this.limit = Math.min(limit, MAX_SIZE)
  }

  read(packed: Uint8Array): TokenTable {
    gunzip(packed, (bytes) => this.take(bytes))
    if (this.length > 0) throw this.wrong('csv.no-lf')
    return new TokenTable({
      size: this.size,
      tokens: this.tokens.subarray(0, this.size * LENGTH),
      codes: this.codes.subarray(0, this.size),
      weights: this.weighted ? this.weights.subarray(0, this.size) : undefined,
      names: [...this.names.keys()],
    })
  }

  private take(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === LF) {
        this.add(this.length)
        this.length = 0
      } else if (this.length === MAX_LINE) {
        throw this.wrong('csv.long', MAX_LINE)
      } else {
        this.line[this.length++] = byte
      }
    }
  }

  private add(length: number): void {
    if (this.size === this.limit) throw this.wrong('csv.size', this.limit)
    this.room()
    if (length < 66 || this.line[64] !== COMMA) {
      throw this.wrong('csv.shape', this.weighted ? 'token,stratum,weight' : 'token,reason')
    }
    this.token()
    let end = 65
    while (end < length && this.line[end] !== COMMA) end++
    this.codes[this.size] = this.code(end)
    if (this.weighted) this.weights[this.size] = this.weight(end, length)
    else if (end < length) throw this.wrong('csv.shape', 'token,reason')
    this.size++
  }

  private token(): void {
    const at = this.size * LENGTH
    for (let i = 0; i < LENGTH; i++) {
      const high = digit(this.line[2 * i])
      const low = digit(this.line[2 * i + 1])
      if (high < 0 || low < 0) throw this.wrong('csv.token', this.latin(0, 64))
      this.tokens[at + i] = (high << 4) | low
    }
    if (this.size > 0) {
      const order = compare(this.tokens, at - LENGTH, this.tokens, at, LENGTH)
      if (order >= 0) throw this.wrong(order === 0 ? 'csv.twice' : 'csv.order', this.latin(0, 64))
    }
  }

  private code(end: number): number {
    const name = this.latin(65, end)
    const known = this.names.get(name)
    if (known !== undefined) return known
    if (!CODE.matches(name)) throw this.wrong('csv.code', name)
    if (this.names.size === MAX_NAMES) throw this.wrong('csv.codes', MAX_NAMES)
    this.names.set(name, this.names.size)
    return this.names.size - 1
  }

  private weight(comma: number, length: number): number {
    let weight = 0
    const digits = length - comma - 1
    for (let i = comma + 1; i < length && digits <= 2; i++) {
      const c = this.line[i]
      weight = c >= ZERO && c <= NINE ? weight * 10 + c - ZERO : 1000
    }
    if (digits < 1 || weight < 1 || weight > MAX_WEIGHT || this.line[comma + 1] === ZERO) {
      throw this.wrong('csv.weight', MAX_WEIGHT)
    }
    return weight
  }

  private room(): void {
    if (this.size < this.codes.length) return
    const lines = Math.min(MAX_SIZE, this.size + (this.size >> 1) + 1)
    this.tokens = grown(this.tokens, lines * LENGTH)
    this.weights = grown(this.weights, lines)
    const codes = new Uint16Array(lines)
    codes.set(this.codes)
    this.codes = codes
  }

  private latin(from: number, to: number): string {
    return String.fromCharCode(...this.line.subarray(from, to))
  }

  private wrong(key: Key, ...args: unknown[]): BadLine {
    return new BadLine(this.size + 1, say(key, ...args))
  }
}

const digit = (c: number): number => (c >= ZERO && c <= NINE ? c - ZERO : c >= A && c <= F ? c - A + 10 : -1)

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length)
  larger.set(bytes)
  return larger
}
