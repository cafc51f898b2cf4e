/** A whole log with the paths at which it is published: `checkpoint`, `tile/entries/…`, `payload/<seq>.json`. */
import * as names from '../names.ts'
import type { Json } from '../json/json.ts'
import { Node } from '../json/node.ts'
import { parse } from '../json/jcs.ts'
import { readCheckpoint, type Checkpoint } from './note.ts'
import { Unreadable } from '../text/say.ts'
import { unsound } from './unsound.ts'

/** Entries of a full bundle. */
export const WIDTH = 256

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
    return entries(path, Math.min(WIDTH, size - index * WIDTH), bytes)
  }

  /** A payload that has been published with its salt. */
  payload(seq: bigint): Payload | undefined {
    const bytes = this.file(`payload/${seq}.json`)
    if (!bytes) return undefined
    const node = Node.root(parse(bytes)).only('payload', 'salt')
    return { payload: node.get('payload').value, salt: node.get('salt').text(names.HEX32) }
  }
}

/** Path of a bundle as it is in a log of this size. */
export function bundlePath(size: number, index: number): string {
  const width = Math.min(WIDTH, size - index * WIDTH)
  const groups = [index % 1000]
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(rest % 1000)
  const number = groups.map((group, i) => (i < groups.length - 1 ? 'x' : '') + String(group).padStart(3, '0'))
  return `tile/entries/${number.join('/')}${width < WIDTH ? `.p/${width}` : ''}`
}

/** The entries of a bundle, or the first ones of a wider one that has taken its place. */
export function entries(path: string, width: number, bundle: Uint8Array): Uint8Array[] {
  const all: Uint8Array[] = []
  let at = 0
  while (at < bundle.length) {
    const from = at + 2
    const to = from <= bundle.length ? from + ((bundle[at] << 8) | bundle[at + 1]) : from
    if (to > bundle.length) throw unsound('bundle.early', path, all.length, at)
    all.push(bundle.subarray(from, to))
    at = to
  }
  if (all.length < width || all.length > WIDTH) throw unsound('bundle.count', path, all.length, width)
  return all.slice(0, width)
}
