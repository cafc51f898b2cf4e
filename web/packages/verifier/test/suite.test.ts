import { describe, expect, it } from 'vitest'
import { createHmac, hkdfSync } from 'node:crypto'
import { hex, utf8 } from '../src/bytes.ts'
import { SHA256, SM3, suiteNamed, Tickets, type Suite } from '../src/suite/suite.ts'

describe('SM3', () => {
  // GB/T 32905-2016, annex A.
  it('gives the hashes of the standard', () => {
    expect(hex(SM3.hash(utf8('abc')))).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
    expect(hex(SM3.hash(utf8('abcd'.repeat(16))))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    )
  })

  it('hashes pieces as it hashes the whole, whatever their lengths', () => {
    for (let length = 0; length < 200; length++) {
      const message = Uint8Array.from({ length }, (_, i) => i * 7)
      const cut = length % 67
      expect(SM3.hash(message.slice(0, cut), message.slice(cut))).toEqual(SM3.hash(message))
    }
  })
})

describe('a MAC', () => {
  /** RFC 2104, written out. */
  const plain = (suite: Suite, key: Uint8Array, message: Uint8Array) => {
    const block = new Uint8Array(64)
    block.set(key.length > 64 ? suite.hash(key) : key)
    const pad = (by: number) => block.map((byte) => byte ^ by)
    return suite.hash(pad(0x5c), suite.hash(pad(0x36), message))
  }

  it('is HMAC of the hash, for keys and messages of all lengths', () => {
    for (let length = 0; length < 150; length += 7) {
      const key = Uint8Array.from({ length }, (_, i) => i)
      const message = Uint8Array.from({ length: 150 - length }, (_, i) => i * 3)
      for (const suite of [SHA256, SM3]) expect(suite.mac(key, message)).toEqual(plain(suite, key, message))
      expect(hex(SHA256.mac(key, message))).toBe(createHmac('sha256', key).update(message).digest('hex'))
    }
  })
})

describe('a ticket', () => {
  it('is HKDF as others compute it', () => {
    const [chain, ikm] = [utf8('c'.repeat(32)), utf8('some input')]
    const tickets = new Tickets(SHA256, SHA256.mac(chain, ikm))
    for (const label of ['a', 'slot|visit-1/a-leader', 'x'.repeat(600)]) {
      expect(tickets.of(label)).toEqual(new Uint8Array(hkdfSync('sha256', ikm, chain, utf8(label), 32)))
    }
  })
})

describe('a suite', () => {
  it('that is not known is refused', () => {
    expect(() => suiteNamed('md5')).toThrow('suite "md5" is not available here, these are: sha256, sm3')
  })
})
