/** Hash and MAC of a draw (section 1). */
import { sha256 } from '@noble/hashes/sha2.js'
import { LENGTH, utf8 } from '../bytes.ts'
import { Mac } from './mac.ts'
import { refuse } from '../text/say.ts'
import { Sm3 } from './sm3.ts'

/** What a hash does here, piece by piece. */
export interface Digest {
  update(data: Uint8Array): unknown
  digestInto(out: Uint8Array): void
  _cloneInto(to?: Digest): Digest
}

export class Suite {
  readonly name: string

  /** A new hash, for hashing in pieces. */
  readonly digest: () => Digest

  constructor(name: string, digest: () => Digest) {
    this.name = name
    this.digest = digest
  }

  /** H of the parts one after the other. */
  hash(...parts: Uint8Array[]): Uint8Array {
    const digest = this.digest()
    for (const part of parts) digest.update(part)
    const out = new Uint8Array(LENGTH)
    digest.digestInto(out)
    return out
  }

  mac(key: Uint8Array, message: Uint8Array): Uint8Array {
    const out = new Uint8Array(LENGTH)
    new Mac(this, key).write(message, out)
    return out
  }
}

export const SHA256 = new Suite('sha256', () => sha256.create() as unknown as Digest)
export const SM3 = new Suite('sm3', () => new Sm3() as unknown as Digest)

const BY_NAME = new Map([SHA256, SM3].map((suite) => [suite.name, suite]))

/** The suite that a commitment document states. */
export function suiteNamed(name: string): Suite {
  const suite = BY_NAME.get(name)
  if (!suite) throw refuse('suite.unknown', name, [...BY_NAME.keys()].join(', '))
  return suite
}

/** The tickets of one round: `ticket_r(label) = MAC(PRK_r, label ‖ 0x01)` (section 7). */
export class Tickets {
  private readonly mac: Mac
  private message = new Uint8Array(256)

  constructor(suite: Suite, prk: Uint8Array) {
    this.mac = new Mac(suite, prk)
  }

  of(label: string): Uint8Array {
    const out = new Uint8Array(LENGTH)
    const bytes = utf8(label)
    this.write(bytes, bytes.length, out)
    return out
  }

  /** Writes the ticket of the first bytes of a label. */
  write(label: Uint8Array, length: number, out: Uint8Array): void {
    if (this.message.length <= length) this.message = new Uint8Array(2 * length + 1)
    for (let i = 0; i < length; i++) this.message[i] = label[i]
    this.message[length] = 1
    this.mac.write(this.message.subarray(0, length + 1), out)
  }
}
