/**
 * Unpacks what a stranger may have made, piece by piece, so that a bomb is stopped at a limit. What is refused, and in
 * which words, is as in the JDK, whose reader the command line uses; both rest on zlib.
 */
import { zlibInflate, zlibInflateInit2, ZStream, Z_DATA_ERROR, Z_NO_FLUSH, Z_STREAM_END } from 'pako'
import { Unreadable } from '../text/say.ts'

const CHUNK = 1 << 16
const RAW = -15
const HEADER = 10
const TRAILER = 8
const FLAG = { text: 1, headerCrc: 2, extra: 4, name: 8, comment: 16 }

/** Takes the unpacked bytes; the array is used again afterwards. */
export type Sink = (bytes: Uint8Array) => void

const ended = () => new Unreadable('Unexpected end of ZLIB input stream')

/** Unpacks a raw deflate stream; returns where it ends. */
export function inflateRaw(input: Uint8Array, from: number, sink: Sink): number {
  const stream = new ZStream()
  zlibInflateInit2(stream, RAW)
  stream.input = input
  stream.next_in = from
  stream.avail_in = input.length - from
  stream.output = new Uint8Array(CHUNK)
  for (;;) {
    stream.next_out = 0
    stream.avail_out = CHUNK
    const status = zlibInflate(stream, Z_NO_FLUSH)
    if (status === Z_DATA_ERROR) throw new Unreadable(stream.msg)
    if (stream.next_out > 0) sink(stream.output.subarray(0, stream.next_out))
    if (status === Z_STREAM_END) return stream.next_in
    if (stream.next_out === 0 && stream.avail_in === 0) throw ended()
  }
}

/** Unpacks gzip: one member after the other; what follows and is none is passed over, as gzip itself does. */
export function gunzip(input: Uint8Array, sink: Sink): void {
  let at = header(input, 0)
  for (;;) {
    let crc = 0
    let length = 0
    const end = inflateRaw(input, at, (bytes) => {
      crc = crc32(bytes, crc)
      length = (length + bytes.length) >>> 0
      sink(bytes)
    })
    if (input.length - end < TRAILER) throw new Unreadable(null)
    if (word(input, end) !== crc || word(input, end + 4) !== length)
      throw new Unreadable('Corrupt GZIP trailer')
    if (input.length - end <= TRAILER) return
    try {
      at = header(input, end + TRAILER)
    } catch {
      return
    }
  }
}

/** Steps over the header of a member. */
function header(input: Uint8Array, from: number): number {
  const byte = (at: number) => {
    if (at >= input.length) throw new Unreadable(null)
    return input[at]
  }
  if ((byte(from) | (byte(from + 1) << 8)) !== 0x8b1f) throw new Unreadable('Not in GZIP format')
  if (byte(from + 2) !== 8) throw new Unreadable('Unsupported compression method')
  const flags = byte(from + 3)
  byte(from + HEADER - 1)
  let at = from + HEADER
  if (flags & FLAG.extra) {
    at += 2 + (byte(at) | (byte(at + 1) << 8))
    byte(at - 1)
  }
  for (const text of [FLAG.name, FLAG.comment]) {
    if (flags & text) while (byte(at++) !== 0);
  }
  if (flags & FLAG.headerCrc) {
    const stated = byte(at) | (byte(at + 1) << 8)
    if (stated !== (crc32(input.subarray(from, at), 0) & 0xffff)) throw new Unreadable('Corrupt GZIP header')
    at += 2
  }
  return at
}

const word = (input: Uint8Array, at: number): number =>
  (input[at] | (input[at + 1] << 8) | (input[at + 2] << 16) | (input[at + 3] << 24)) >>> 0

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before
  for (const byte of bytes) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff]
  return ~crc >>> 0
}
