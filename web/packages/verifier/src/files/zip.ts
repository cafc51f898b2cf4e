/** A transcript in a zip, read by its central directory as the JDK reads it. */
import { concat, decodeUtf8 } from '../bytes.ts'
import { refuse, Unreadable } from '../text/say.ts'
import { inflateRaw } from './inflate.ts'
import { TranscriptFiles, type Reader } from './transcriptFiles.ts'

const END = 0x06054b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const STORED = 0
const DEFLATED = 8
const MASKED = 0xffffffff

/** Folders need no entry of their own, but most programs write one. */
const FOLDER = /^(rounds\/|log\/((0|[1-9][0-9]{0,17})\/)?)$/

interface Entry {
  readonly name: string
  readonly method: number
  /** Bytes of it in the zip. */
  readonly size: number
  /** Where its local header is. */
  readonly at: number
}

/** The files of a transcript in a zip; refuses what is none, naming it by `name`. */
export function zipFiles(name: string, zip: Uint8Array): TranscriptFiles {
  const files = new TranscriptFiles()
  for (const [file, reader] of readZip(name, zip)) {
    if (!FOLDER.test(file)) files.add(file, reader)
  }
  return files
}

/** What is in a zip, in its order, by names that are not looked at. */
export function readZip(name: string, zip: Uint8Array): [string, Reader][] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  return readEntries(name, view).map((entry) => [entry.name, (limit) => content(zip, view, entry, limit)])
}

function readEntries(name: string, view: DataView): Entry[] {
  const wrong = (message: string) => refuse('files.zip', name, message)
  if (view.byteLength === 0) throw wrong('zip file is empty')
  const end = findEnd(view)
  if (end < 0) throw wrong('zip END header not found')
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const from = end - size
  // Where the zip says that its directory is; what stands before the zip shifts all places.
  const shift = from - view.getUint32(end + 16, true)
  if (from < 0 || shift < 0) throw wrong('invalid END header (bad central directory size)')
  const entries: Entry[] = []
  let at = from
  while (at < end) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY)
      throw wrong('invalid CEN header (bad signature)')
    const next =
      at + ENTRY_LENGTH + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0)
    if (next > end) throw wrong('invalid CEN header (bad header size)')
    if (view.getUint16(at + 8, true) & 1) throw wrong('invalid CEN header (encrypted entry)')
    const method = view.getUint16(at + 10, true)
    if (method !== STORED && method !== DEFLATED) {
      throw wrong(`invalid CEN header (bad compression method: ${method})`)
    }
    entries.push({
      name: entryName(view, at, wrong),
      method,
      size: view.getUint32(at + 20, true),
      at: shift + view.getUint32(at + 42, true),
    })
    at = next
  }
  if (entries.length !== count) throw wrong('invalid CEN header (bad header size)')
  return entries
}

function entryName(view: DataView, at: number, wrong: (message: string) => Error): string {
  const bytes = new Uint8Array(
    view.buffer,
    view.byteOffset + at + ENTRY_LENGTH,
    view.getUint16(at + 28, true),
  )
  try {
    return decodeUtf8(bytes)
  } catch {
    throw wrong('invalid CEN header (bad entry name)')
  }
}

/** Where the end of the central directory is told, or -1. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (
      view.getUint32(at, true) === END &&
      at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength
    ) {
      return at
    }
  }
  return -1
}

/** The content of an entry, unpacked, at most `limit` bytes. */
function content(zip: Uint8Array, view: DataView, entry: Entry, limit: number): Uint8Array {
  const { at } = entry
  if (at + LOCAL_LENGTH > zip.length || entry.size === MASKED || view.getUint32(at, true) !== LOCAL) {
    throw new Unreadable('ZipFile invalid LOC header (bad signature)')
  }
  const from = at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = zip.subarray(from, from + entry.size)
  if (entry.method === STORED) return packed.subarray(0, limit)
  return unpack(packed, limit)
}

class Full extends Error {}

function unpack(packed: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    inflateRaw(packed, 0, (bytes) => {
      const part = bytes.slice(0, limit - length)
      parts.push(part)
      length += part.length
      if (length === limit) throw new Full()
    })
  } catch (e) {
    if (!(e instanceof Full)) throw e
  }
  return concat(...parts)
}
