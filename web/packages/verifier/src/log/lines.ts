import { readHash, type Hash } from './hash.ts'
import { unsound } from './unsound.ts'

const NUMBER = /^(?:0|[1-9][0-9]{0,18})$/
const MAX_LONG = 2n ** 63n - 1n

/** A text whose lines all end in LF, read line by line. */
export class Lines {
  private readonly text: string
  private at = 0

  /** Number of the line that was read last, from 1. */
  number = 0

  constructor(text: string) {
    this.text = text
    if (text !== '' && !text.endsWith('\n')) throw unsound('note.no-lf', text.split('\n').length)
  }

  get more(): boolean {
    return this.at < this.text.length
  }

  /** The next line, without LF. */
  next(): string {
    if (!this.more) throw unsound('note.ends-early', this.number + 1)
    const end = this.text.indexOf('\n', this.at)
    const line = this.text.slice(this.at, end)
    this.at = end + 1
    this.number++
    return line
  }

  /** All that was not read yet. */
  rest(): string {
    const rest = this.text.slice(this.at)
    this.at = this.text.length
    return rest
  }

  /** A line that is nothing but a decimal number, after what stands before it. */
  decimal(before: string): bigint {
    const line = this.next()
    const digits = line.slice(before.length)
    const number = line.startsWith(before) && NUMBER.test(digits) ? BigInt(digits) : -1n
    if (number < 0n || number > MAX_LONG) throw unsound('note.number', this.number, line, before)
    return number
  }

  /** Hashes in base64, one a line, up to an empty line, which is read as well. */
  hashes(most: number): Hash[] {
    const hashes: Hash[] = []
    for (let line = this.next(); line !== ''; line = this.next()) {
      if (hashes.length === most) throw unsound('note.many-hashes', this.number, most)
      hashes.push(readHash(this.number, line))
    }
    return hashes
  }
}
