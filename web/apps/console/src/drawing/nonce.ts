import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { sm3 } from './sm3'

/** Browsers have no `crypto.subtle` on plain http, which is common inside a bureau; therefore hashes are computed here. */
export function hashOf(suite: string): (message: Uint8Array) => Uint8Array {
  if (suite === 'sha256') return sha256
  if (suite === 'sm3') return sm3
  throw new Error(`Unknown suite ${suite}`)
}

const HEX = /^[0-9a-f]{64}$/

/** Whether the text is a nonce or a commitment: 64 hexadecimal digits, lower case. */
export const isHex = (text: string) => HEX.test(text)

/** As people type and copy it: blanks and capitals do not count. */
export const tidyHex = (text: string) => text.replace(/\s+/g, '').toLowerCase()

/** 32 fresh random bytes of this browser, as hex. */
export function makeNonce(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(32)))
}

/** The commitment of a party to its nonce (draw/v1, section 5). */
export function commitmentOf(suite: string, draw: string, party: string, nonce: string): string {
  const head = utf8ToBytes(`sunlot/commit/v1\n${draw}\n${party}\n`)
  return bytesToHex(hashOf(suite)(concatBytes(head, hexToBytes(nonce))))
}

/** Throws that hold 128 bits: 50 of a six-sided die, or 39 decimal digits. */
export const DIE_THROWS = 50
export const DECIMAL_DIGITS = 39

export function enoughDigits(digits: string): boolean {
  const bare = digits.replace(/\s/g, '')
  return /^[1-6]*$/.test(bare)
    ? bare.length >= DIE_THROWS
    : /^\d*$/.test(bare) && bare.length >= DECIMAL_DIGITS
}

/** Four digits and a blank, so that people can compare them. */
export const grouped = (hex: string) => hex.replace(/(.{4})(?=.)/g, '$1 ')
