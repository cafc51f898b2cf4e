import type { Key } from '../text/say.ts'
import { LIMIT, type Json, type JsonObject } from './json.ts'
import { decodeUtf8 } from '../bytes.ts'
import { refuse, type Refusal } from '../text/say.ts'

/** Deeper than any document of draw/v1; keeps hostile input from exhausting the stack. */
const MAX_DEPTH = 32

const code = (c: string) => c.charCodeAt(0)
const [QUOTE, BACKSLASH, MINUS, ZERO, NINE, COMMA, COLON] = ['"', '\\', '-', '0', '9', ',', ':'].map(code)
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = ['{', '}', '[', ']'].map(code)
const BLANKS = [' ', '\t', '\r', '\n'].map(code)
const LINE = 10
const SPACE = 32
const CONTROLS = '\b\t\n\f\r'
const NAMED = 'btnfr'

/** Recursive descent over bytes; canonical mode refuses whatever the writer would have written otherwise. */
export class Parser {
  private readonly input: Uint8Array
  private readonly canonical: boolean
  private at = 0
  private depth = 0

  constructor(input: Uint8Array, canonical: boolean) {
    this.input = input
    this.canonical = canonical
  }

  document(): Json {
    this.blank()
    const value = this.value()
    this.blank()
    if (this.at < this.input.length) throw this.wrong('json.after-end')
    return value
  }

  private value(): Json {
    switch (this.peek()) {
      case OPEN:
        return this.object()
      case OPEN_LIST:
        return this.array()
      case QUOTE:
        return this.string()
      case code('t'):
        return this.word('true', true)
      case code('f'):
        return this.word('false', false)
      default:
        return this.integer()
    }
  }

  private object(): JsonObject {
    this.enter()
    const members: JsonObject = new Map()
    let last: string | undefined
    for (let more = !this.closes(CLOSE); more; more = this.continues(CLOSE)) {
      const key = this.key(members, last)
      this.blank()
      this.expect(COLON)
      this.blank()
      members.set(key, this.value())
      last = key
    }
    this.depth--
    return this.canonical ? members : new Map([...members].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  private key(members: JsonObject, last: string | undefined): string {
    const start = this.at
    const key = this.string()
    if (!/^[\0-\x7f]*$/.test(key)) throw this.wrongAt(start, 'json.key-not-ascii', key)
    if (members.has(key)) throw this.wrongAt(start, 'json.key-twice', key)
    if (this.canonical && last !== undefined && key < last) {
      throw this.wrongAt(start, 'json.key-order', key, last)
    }
    return key
  }

  private array(): Json[] {
    this.enter()
    const items: Json[] = []
    for (let more = !this.closes(CLOSE_LIST); more; more = this.continues(CLOSE_LIST)) {
      items.push(this.value())
    }
    this.depth--
    return items
  }

  /** Steps over the opening bracket. */
  private enter(): void {
    this.at++
    if (++this.depth > MAX_DEPTH) throw this.wrong('json.too-deep', MAX_DEPTH)
  }

  private closes(close: number): boolean {
    this.blank()
    if (this.peek() !== close) return false
    this.at++
    return true
  }

  private continues(close: number): boolean {
    if (this.closes(close)) return false
    this.expect(COMMA)
    this.blank()
    return true
  }

  private word(word: string, value: boolean): boolean {
    for (let i = 0; i < word.length; i++) {
      if (this.input[this.at + i] !== word.charCodeAt(i)) throw this.wrong('json.value')
    }
    this.at += word.length
    return value
  }

  private integer(): number {
    const start = this.at
    const negative = this.peek() === MINUS
    if (negative) this.at++
    const digits = this.at
    let value = 0
    while (this.at < this.input.length && this.input[this.at] >= ZERO && this.input[this.at] <= NINE) {
      value = Math.min(value * 10 + (this.input[this.at++] - ZERO), LIMIT)
    }
    if (this.at === digits) throw this.wrongAt(start, 'json.value')
    const odd = this.input[digits] === ZERO && (this.at - digits > 1 || negative)
    const fraction = this.at < this.input.length && '.eE'.includes(String.fromCharCode(this.input[this.at]))
    if (odd || fraction || value === LIMIT) throw this.wrongAt(start, 'json.integer')
    return negative ? -value : value
  }

  private string(): string {
    this.expect(QUOTE)
    const start = this.at
    this.plain()
    if (this.at < this.input.length && this.input[this.at] === QUOTE) return this.decode(start, this.at++)
    let out = this.decode(start, this.at)
    while (this.peek() !== QUOTE) out += this.piece()
    this.at++
    // Escapes can spell half a surrogate pair, which has no UTF-8.
    if (/\p{Surrogate}/u.test(out)) throw this.wrongAt(start, 'json.utf8')
    return out
  }

  private piece(): string {
    if (this.input[this.at] === BACKSLASH) return this.escape()
    const start = this.at
    this.plain()
    return this.decode(start, this.at)
  }

  /** Goes on to the next quotation mark or backslash. */
  private plain(): void {
    const { input } = this
    while (this.at < input.length && input[this.at] !== QUOTE && input[this.at] !== BACKSLASH) {
      if (input[this.at] < SPACE) throw this.wrong('json.control')
      this.at++
    }
  }

  private escape(): string {
    const start = this.at++
    const kind = String.fromCharCode(this.peek())
    this.at++
    if (kind === 'u') return this.unicode(start)
    const control = NAMED.indexOf(kind)
    if (control >= 0) return CONTROLS[control]
    if (kind === '"' || kind === '\\' || (kind === '/' && !this.canonical)) return kind
    throw this.wrongAt(start, 'json.escape')
  }

  private unicode(start: number): string {
    let value = 0
    for (let i = 0; i < 4; i++) {
      const digit = String.fromCharCode(this.peek())
      if (!(this.canonical ? /[0-9a-f]/ : /[0-9a-fA-F]/).test(digit)) throw this.wrongAt(start, 'json.escape')
      value = value * 16 + parseInt(digit, 16)
      this.at++
    }
    const char = String.fromCharCode(value)
    if (this.canonical && (value >= SPACE || CONTROLS.includes(char)))
      throw this.wrongAt(start, 'json.escape')
    return char
  }

  private decode(from: number, to: number): string {
    try {
      return decodeUtf8(this.input.subarray(from, to))
    } catch {
      throw this.wrongAt(from, 'json.utf8')
    }
  }

  private blank(): void {
    while (!this.canonical && this.at < this.input.length && BLANKS.includes(this.input[this.at])) this.at++
  }

  private peek(): number {
    if (this.at >= this.input.length) throw this.wrong('json.ends-early')
    return this.input[this.at]
  }

  private expect(c: number): void {
    if (this.peek() !== c) throw this.wrong('json.expected', String.fromCharCode(c))
    this.at++
  }

  private wrong(key: Key, ...args: unknown[]): Refusal {
    return this.wrongAt(this.at, key, ...args)
  }

  private wrongAt(position: number, key: Key, ...args: unknown[]): Refusal {
    let line = 1
    let start = 0
    for (let i = 0; i < position; i++) {
      if (this.input[i] === LINE) {
        line++
        start = i + 1
      }
    }
    return refuse(key, line, position - start + 1, ...args)
  }
}
