// SHA-256 and SM3 (GB/T 32905) written out: browsers offer crypto.subtle only over https, which inside a bureau is not always there.
// Both compress 64 bytes at a time into eight words; only the rounds differ.

const text = new TextEncoder()

const left = (word, by) => ((word << by) | (word >>> (32 - by))) >>> 0
const right = (word, by) => left(word, 32 - by)

/** Fractional parts of roots of the first primes, as SHA-256 takes them. */
const K = (() => {
  const primes = []
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p !== 0)) primes.push(n)
  return primes.map((p) => ((Math.cbrt(p) % 1) * 2 ** 32) >>> 0)
})()

const SHA_START = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]

function shaBlock(state, view, at) {
  const w = new Uint32Array(64)
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + 4 * i)
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15]
    const b = w[i - 2]
    w[i] =
      (right(a, 7) ^ right(a, 18) ^ (a >>> 3)) + (right(b, 17) ^ right(b, 19) ^ (b >>> 10)) + w[i - 16] + w[i - 7]
  }
  let [a, b, c, d, e, f, g, h] = state
  for (let i = 0; i < 64; i++) {
    const one = (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) >>> 0
    const two = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) >>> 0
    h = g
    g = f
    f = e
    e = (d + one) >>> 0
    d = c
    c = b
    b = a
    a = (one + two) >>> 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] + word) >>> 0))
}

const SM3_START = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
]

function sm3Block(state, view, at) {
  const w = new Uint32Array(68)
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + 4 * i)
  for (let i = 16; i < 68; i++) {
    const x = w[i - 16] ^ w[i - 9] ^ left(w[i - 3], 15)
    w[i] = x ^ left(x, 15) ^ left(x, 23) ^ left(w[i - 13], 7) ^ w[i - 6]
  }
  let [a, b, c, d, e, f, g, h] = state
  for (let i = 0; i < 64; i++) {
    const low = i < 16
    const mixed = left((left(a, 12) + e + left(low ? 0x79cc4519 : 0x7a879d8a, i % 32)) >>> 0, 7)
    const one = ((low ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (mixed ^ left(a, 12)) + (w[i] ^ w[i + 4])) >>> 0
    const two = ((low ? e ^ f ^ g : (e & f) | (~e & g)) + h + mixed + w[i]) >>> 0
    d = c
    c = left(b, 9)
    b = a
    a = one
    h = g
    g = left(f, 19)
    f = e
    e = (two ^ left(two, 9) ^ left(two, 17)) >>> 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] ^ word) >>> 0))
}

function digest(bytes, start, block) {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const state = [...start]
  for (let at = 0; at < padded.length; at += 64) block(state, view, at)
  const out = new DataView(new ArrayBuffer(32))
  state.forEach((word, i) => out.setUint32(4 * i, word))
  return new Uint8Array(out.buffer)
}

/** The hash of a suite of draw.md, on bytes. */
export function hashOf(suite) {
  if (suite === 'sha256') return (bytes) => digest(bytes, SHA_START, shaBlock)
  if (suite === 'sm3') return (bytes) => digest(bytes, SM3_START, sm3Block)
  throw new Error(`unknown suite ${suite}`)
}

export const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const bytesOf = (digits) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16))

export const utf8 = (words) => text.encode(words)

export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export const isHex = (digits) => /^[0-9a-f]{64}$/.test(digits)

/** A party's commitment to its nonce (draw.md, section 5). */
export function commitmentOf(suite, draw, party, nonce) {
  return hex(hashOf(suite)(joined(utf8(`sunlot/commit/v1\n${draw}\n${party}\n`), bytesOf(nonce))))
}

/** Number of values of a chain. */
export const CHAIN = 4096

/** H applied so many times to a secret: the head is H^4096, the value of round r is H^(4095-r). */
export function power(suite, secret, times) {
  const hash = hashOf(suite)
  let value = bytesOf(secret)
  for (let i = 0; i < times; i++) value = hash(value)
  return hex(value)
}

/** 32 bytes of this device, mixed with what was thrown, if anything was. */
export function fresh(suite, thrown) {
  const random = crypto.getRandomValues(new Uint8Array(32))
  const digits = thrown.replace(/\s/g, '')
  return hex(digits ? hashOf(suite)(joined(random, utf8(digits))) : random)
}

/** In groups of four, so that people can compare. */
export const grouped = (digits) => digits.replace(/(.{4})(?=.)/g, '$1 ')
