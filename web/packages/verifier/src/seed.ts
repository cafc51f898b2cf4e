/** The seed of a draw and of its substitute rounds (section 6), and the tickets that follow from it. */
import type { Json } from './json/json.ts'
import type { PublicSource, Reveals } from './documents.ts'
import * as names from './names.ts'
import { commitmentHash, type Commitment } from './commitment.ts'
import { hex, utf8 } from './bytes.ts'
import { refuse } from './text/say.ts'
import { Tickets, type Suite } from './suite/suite.ts'
import { write } from './json/jcs.ts'

export class Seed {
  private readonly suite: Suite

  /** The IKM of round 0, text. */
  readonly ikm: string

  constructor(suite: Suite, commitment: Commitment, reveals: Pick<Reveals, 'nonces' | 'values'>) {
    this.suite = suite
    const parties = commitment.parties.map((p) => p.party).join(', ')
    const revealed = reveals.nonces.map((n) => n.party).join(', ')
    if (parties !== revealed) throw refuse('seed.nonces', parties, revealed)
    this.ikm =
      `sunlot/draw/v1\ncommitment ${commitmentHash(commitment, suite)}\n` +
      reveals.nonces.map((n) => `reveal ${n.party} ${n.nonce}\n`).join('') +
      publicLines(commitment.sources, reveals.values)
  }

  /** The IKM of a substitute round, text. */
  ikmOf(r: number, input: Json, sources: readonly PublicSource[], values: readonly string[]): string {
    return `${this.ikm}round ${r} ${hex(this.suite.hash(write(input)))}\n${publicLines(sources, values)}`
  }

  /** `PRK_r = MAC(key = C_r, IKM_r)`. */
  prk(chain: Uint8Array, ikm: string): Uint8Array {
    return this.suite.mac(chain, utf8(ikm))
  }

  tickets(chain: Uint8Array, ikm: string): Tickets {
    return new Tickets(this.suite, this.prk(chain, ikm))
  }
}

function publicLines(sources: readonly PublicSource[], values: readonly string[]): string {
  if (sources.length !== values.length) throw refuse('seed.values', sources.length, values.length)
  return values
    .map(
      (value, i) =>
        `public ${sources[i].kind} ${sources[i].id} ${names.require(names.VALUE, 'public value', value)}\n`,
    )
    .join('')
}
