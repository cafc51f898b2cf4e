/** Bytes, their hex, and their order: unsigned, which is the order of their hex text (section 1). */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

const encoder = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes of every hash, MAC, key, nonce and token. */
export const LENGTH = 32

export const hex = bytesToHex
export const unhex = hexToBytes

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** The text of these bytes; throws a TypeError where they are no UTF-8. */
export const decodeUtf8 = (bytes: Uint8Array): string => strict.decode(bytes)

export function concat(...parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/** Below 0, 0 or above 0, as the first bytes stand to the second ones. */
export function compare(a: Uint8Array, fromA: number, b: Uint8Array, fromB: number, length: number): number {
  for (let i = 0; i < length; i++) {
    const order = a[fromA + i] - b[fromB + i]
    if (order !== 0) return order
  }
  return 0
}

export const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && compare(a, 0, b, 0, a.length) === 0
