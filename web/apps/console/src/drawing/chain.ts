import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { hashOf } from './nonce'

/** Number of values of a chain (draw/v1, section 5). */
export const CHAIN_LENGTH = 4096

function power(suite: string, secret: string, times: number): string {
  const hash = hashOf(suite)
  let value: Uint8Array = hexToBytes(secret)
  for (let i = 0; i < times; i++) value = hash(value)
  return bytesToHex(value)
}

/** Head of the chain of a secret: what is committed to. */
export const headOf = (suite: string, secret: string) => power(suite, secret, CHAIN_LENGTH)

/** The value that opens a round, 0 for the draw. */
export const valueOf = (suite: string, secret: string, round: number) =>
  power(suite, secret, CHAIN_LENGTH - 1 - round)
