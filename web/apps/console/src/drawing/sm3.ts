/** SM3 (GB/T 32905-2016), for draws whose suite is `sm3`. @noble/hashes has no SM3. */
const START = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const
const BLOCK = 64

const rotate = (word: number, by: number) => (word << (by % 32)) | (word >>> (32 - (by % 32)))
const p0 = (word: number) => word ^ rotate(word, 9) ^ rotate(word, 17)
const p1 = (word: number) => word ^ rotate(word, 15) ^ rotate(word, 23)

function padded(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 9) / BLOCK) * BLOCK
  const bytes = new Uint8Array(length)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(length - 8, Math.floor((message.length * 8) / 2 ** 32))
  view.setUint32(length - 4, (message.length * 8) >>> 0)
  return view
}

function expanded(view: DataView, offset: number): number[] {
  const w: number[] = []
  const at = (index: number) => w[index] as number
  for (let j = 0; j < 16; j++) w.push(view.getUint32(offset + 4 * j))
  for (let j = 16; j < 68; j++) {
    w.push(p1(at(j - 16) ^ at(j - 9) ^ rotate(at(j - 3), 15)) ^ rotate(at(j - 13), 7) ^ at(j - 6))
  }
  return w
}

/** One block, as clause 5.3.3 has it. */
function compress(state: readonly number[], w: readonly number[]): number[] {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
  for (let j = 0; j < 64; j++) {
    const late = j >= 16
    const ss1 = rotate((rotate(a, 12) + e + rotate(late ? 0x7a879d8a : 0x79cc4519, j)) | 0, 7)
    const ss2 = ss1 ^ rotate(a, 12)
    const ff = late ? (a & b) | (a & c) | (b & c) : a ^ b ^ c
    const gg = late ? (e & f) | (~e & g) : e ^ f ^ g
    const word = w[j] as number
    const tt1 = (ff + d + ss2 + (word ^ (w[j + 4] as number))) | 0
    const tt2 = (gg + h + ss1 + word) | 0
    d = c
    c = rotate(b, 9)
    b = a
    a = tt1
    h = g
    g = rotate(f, 19)
    f = e
    e = p0(tt2)
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => word ^ (state[index] as number))
}

export function sm3(message: Uint8Array): Uint8Array {
  const view = padded(message)
  let state: readonly number[] = START
  for (let offset = 0; offset < view.byteLength; offset += BLOCK) {
    state = compress(state, expanded(view, offset))
  }
  const out = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => out.setUint32(4 * index, word >>> 0))
  return new Uint8Array(out.buffer)
}
