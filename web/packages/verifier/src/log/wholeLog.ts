/** A whole log with the paths at which it is published: `checkpoint`, `tile/entries/…`, `payload/<seq>.json`. */
import * as names from '../names.ts'
import type { Json } from '../json/json.ts'
import { bundlePath, split, WIDTH } from './bundles.ts'
import { Node } from '../json/node.ts'
import { parse } from '../json/jcs.ts'
import { readZip } from '../files/zip.ts'
import { readCheckpoint, type Checkpoint } from './note.ts'
import { Unreadable } from '../text/say.ts'
import { unsound } from './unsound.ts'

export interface Payload {
  readonly payload: Json
  readonly salt: string
}

export class WholeLog {
  private readonly file: (path: string) => Uint8Array | undefined
  private bundleIndex = -1
  private bundle: readonly Uint8Array[] = []

  /** Of what stands at each path; nothing in it is verified. */
  constructor(file: (path: string) => Uint8Array | undefined) {
    this.file = file
  }

  checkpoint(): Checkpoint {
    const bytes = this.file('checkpoint')
    if (!bytes) throw new Unreadable('checkpoint')
    return readCheckpoint(bytes)
  }

  /** The bytes of an entry of the log of this size. */
  entry(size: number, seq: number): Uint8Array {
    const index = Math.floor(seq / WIDTH)
    if (index !== this.bundleIndex) {
      this.bundle = this.read(size, index)
      this.bundleIndex = index
    }
    return this.bundle[seq % WIDTH]
  }

  private read(size: number, index: number): Uint8Array[] {
    const path = bundlePath(size, index)
    const bytes = this.file(path) ?? this.file(bundlePath((index + 1) * WIDTH, index))
    if (!bytes) throw unsound('tile.missing', path)
    return entriesOf(path, Math.min(WIDTH, size - index * WIDTH), bytes)
  }

  /** A payload that has been published with its salt. */
  payload(seq: bigint): Payload | undefined {
    const bytes = this.file(`payload/${seq}.json`)
    if (!bytes) return undefined
    const node = Node.root(parse(bytes)).only('payload', 'salt')
    return { payload: node.get('payload').value, salt: node.get('salt').text(names.HEX32) }
  }
}

/** The entries of a bundle, or the first ones of a wider one that has taken its place. */
function entriesOf(path: string, width: number, bundle: Uint8Array): Uint8Array[] {
  const { entries, broken } = split(bundle)
  if (broken !== undefined) throw unsound('bundle.early', path, entries.length, broken)
  if (entries.length < width || entries.length > WIDTH) {
    throw unsound('bundle.count', path, entries.length, width)
  }
  return entries.slice(0, width)
}

/** Most bytes of one file of a log. */
const MAX_FILE = 256 * 2 ** 20

/** A log that was copied into a zip, in whichever folder of it. */
export function zippedLog(name: string, zip: Uint8Array): WholeLog {
  const files = new Map(readZip(name, zip))
  const [checkpoint] = [...files.keys()]
    .filter((file) => /(^|\/)checkpoint$/.test(file))
    .sort((a, b) => a.length - b.length)
  const folder = checkpoint?.slice(0, -'checkpoint'.length) ?? ''
  return new WholeLog((path) => files.get(folder + path)?.(MAX_FILE))
}
