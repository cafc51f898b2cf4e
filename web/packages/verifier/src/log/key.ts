/** Public keys of logs and witnesses: `name+id+base64(type ‖ 32 bytes)` (C2SP signed-note, tlog-cosignature). */
import { ed25519 } from '@noble/curves/ed25519.js'
import { concat, equal, hex, LENGTH, utf8 } from '../bytes.ts'
import { fromBase64 } from './hash.ts'
import { Lines } from './lines.ts'
import { SHA256 } from '../suite/suite.ts'
import { unsound } from './unsound.ts'

/** What a key signs, by the byte that stands before it: the text of a note, or a checkpoint with a time. */
export const TYPES = { log: 0x01, witness: 0x04 } as const

export type KeyType = keyof typeof TYPES

export interface VerifierKey {
  readonly text: string
  readonly name: string
  /** Eight hex digits. */
  readonly id: string
  readonly type: KeyType
  readonly bytes: Uint8Array
}

const FORM = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s

/** Not empty, without spaces, plus and control characters. */
export const nameFits = (name: string): boolean =>
  // eslint-disable-next-line no-control-regex
  name !== '' && !/[\u0000- +\u0085\p{Z}\p{Surrogate}]/u.test(name)

export function readKey(text: string): VerifierKey {
  const parts = FORM.exec(text)
  const typed = parts && nameFits(parts[1]) ? fromBase64(parts[3]) : undefined
  if (!parts || !typed || typed.length === 0) throw unsound('key.form', text)
  const type = (Object.keys(TYPES) as KeyType[]).find((known) => TYPES[known] === typed[0])
  if (!type) throw unsound('key.type', `0x${hex(typed.subarray(0, 1))}`, text)
  if (typed.length !== LENGTH + 1) throw unsound('key.length', typed.length - 1, LENGTH, text)
  const [, name, id] = parts
  const computed = hex(SHA256.hash(utf8(`${name}\n`), typed).subarray(0, 4))
  if (computed !== id) throw unsound('key.id', id, computed, text)
  const bytes = typed.subarray(1)
  if (!isPoint(bytes)) throw unsound('key.point', text)
  return { text, name, id, type, bytes }
}

/** Reads keys, one a line; every line ends in LF. */
export function readKeys(text: string): VerifierKey[] {
  const keys: VerifierKey[] = []
  const lines = new Lines(text)
  while (lines.more) {
    const key = readKey(lines.next())
    if (keys.some((k) => k.name === key.name && k.id === key.id))
      throw unsound('key.twice', lines.number, key.text)
    keys.push(key)
  }
  return keys
}

export const sameKey = (a: VerifierKey, b: VerifierKey): boolean =>
  a.name === b.name && a.type === b.type && equal(a.bytes, b.bytes)

function isPoint(bytes: Uint8Array): boolean {
  try {
    ed25519.Point.fromBytes(bytes)
    return true
  } catch {
    return false
  }
}

const MOST_KNOWN = 1000

/** Steps that the log took in at the same time share a checkpoint; its signatures need to be verified once. */
const known = new Map<string, boolean>()

/** Whether the signature of a note's line holds for the text of the note. */
export function holds(key: VerifierKey, signature: Uint8Array, note: string): boolean {
  const question = [key.text, hex(signature), note].join('\n')
  let answer = known.get(question)
  if (answer === undefined) {
    answer = key.type === 'log' ? verifies(key, signature, utf8(note)) : cosigned(key, signature, note)
    if (known.size === MOST_KNOWN) known.clear()
    known.set(question, answer)
  }
  return answer
}

const TIME = 8
const SIGNATURE = 64

/** `cosignature/v1`: eight bytes of time, then a signature over time and checkpoint. */
function cosigned(key: VerifierKey, signature: Uint8Array, checkpoint: string): boolean {
  if (signature.length !== TIME + SIGNATURE) return false
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigInt64(0)
  const message = concat(utf8(`cosignature/v1\ntime ${seconds}\n`), utf8(checkpoint))
  return seconds > 0n && verifies(key, signature.subarray(TIME), message)
}

function verifies(key: VerifierKey, signature: Uint8Array, message: Uint8Array): boolean {
  if (signature.length !== SIGNATURE) return false
  try {
    return ed25519.verify(signature, message, key.bytes, { zip215: false })
  } catch {
    return false
  }
}
