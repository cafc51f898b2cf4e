/** SHA-256 hashes of a Merkle tree (RFC 6962, section 2.1), as base64, which is how checkpoints and proofs write them. */
import { concat, LENGTH } from '../bytes.ts'
import { SHA256 } from '../suite/suite.ts'
import { unsound } from './unsound.ts'

/** Base64 of the 32 bytes. */
export type Hash = string

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** The bytes of this base64; none if it is not the one text that base64 has for them. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
    return toBase64(bytes) === text ? bytes : undefined
  } catch {
    return undefined
  }
}

/** Root of the tree without leaves. */
export const EMPTY: Hash = toBase64(SHA256.hash())

export const leafHash = (entry: Uint8Array): Hash => toBase64(SHA256.hash(LEAF, entry))

export const nodeHash = (left: Hash, right: Hash): Hash =>
  toBase64(SHA256.hash(concat(NODE, bytesOf(left), bytesOf(right))))

export const bytesOf = (hash: Hash): Uint8Array => fromBase64(hash) ?? new Uint8Array(LENGTH)

/** Reads the base64 of a hash, in a line of a file. */
export function readHash(line: number, base64: string): Hash {
  if (fromBase64(base64)?.length !== LENGTH) throw unsound('note.hash', line, base64)
  return base64
}
