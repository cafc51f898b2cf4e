/** Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint). Nothing in a note is believed before it is verified. */
import { decodeUtf8 } from '../bytes.ts'
import { fromBase64, readHash, type Hash } from './hash.ts'
import { hex } from '../bytes.ts'
import { holds, nameFits, type VerifierKey } from './key.ts'
import { Lines } from './lines.ts'
import { unsound } from './unsound.ts'

const MAX_BYTES = 1_000_000
const MAX_SIGNATURES = 100
const DASH = '— '
const ID = 4

interface Signature {
  readonly name: string
  readonly id: string
  readonly bytes: Uint8Array
}

export interface Checkpoint {
  readonly origin: string
  readonly size: bigint
  readonly root: Hash
  /** What is signed. */
  readonly text: string
  readonly signatures: readonly Signature[]
}

/** Reads a note over a checkpoint; its signatures are not looked at. */
export function readCheckpoint(utf8: Uint8Array): Checkpoint {
  const { text, signatures } = readNote(utf8)
  const lines = new Lines(text)
  const origin = lines.next()
  if (origin === '') throw unsound('checkpoint.empty-line', lines.number)
  const size = lines.decimal('')
  const base64 = lines.next()
  const root = readHash(lines.number, base64)
  while (lines.more) {
    if (lines.next() === '') throw unsound('checkpoint.empty-line', lines.number)
  }
  return { origin, size, root, text, signatures }
}

function readNote(utf8: Uint8Array): { text: string; signatures: Signature[] } {
  if (utf8.length > MAX_BYTES) throw unsound('note.long', utf8.length, MAX_BYTES)
  const note = decode(utf8)
  // eslint-disable-next-line no-control-regex
  const control = note.search(/[\u0000-\u0009\u000b-\u001f]/)
  if (control >= 0) throw unsound('note.control', note.slice(0, control).split('\n').length)
  const blank = note.lastIndexOf('\n\n')
  if (blank < 0) throw unsound('note.no-signature')
  const text = note.slice(0, blank + 1)
  return { text, signatures: readSignatures(text.split('\n').length, note.slice(blank + 2)) }
}

/** Strict UTF-8. */
export function decode(utf8: Uint8Array): string {
  try {
    return decodeUtf8(utf8)
  } catch {
    throw unsound('note.utf8')
  }
}

function readSignatures(before: number, block: string): Signature[] {
  const signatures: Signature[] = []
  const lines = new Lines(block)
  do {
    const number = before + lines.number + 1
    signatures.push(readSignature(number, lines.next()))
    if (signatures.length > MAX_SIGNATURES) throw unsound('note.many', MAX_SIGNATURES)
  } while (lines.more)
  return signatures
}

function readSignature(number: number, line: string): Signature {
  const space = line.startsWith(DASH) ? line.indexOf(' ', DASH.length) : -1
  const name = line.slice(DASH.length, space)
  const all = space >= 0 && nameFits(name) ? fromBase64(line.slice(space + 1)) : undefined
  if (!all || all.length <= ID) throw unsound('note.signature', number, line)
  return { name, id: hex(all.subarray(0, ID)), bytes: all.subarray(ID) }
}

/** Whom a reader trusts: the keys of one log, and witnesses. */
export interface Policy {
  readonly log: readonly VerifierKey[]
  readonly witnesses: readonly VerifierKey[]
}

export function policyOf(log: readonly VerifierKey[], witnesses: readonly VerifierKey[]): Policy {
  if (new Set(log.map((key) => key.name)).size > 1) throw unsound('policy.log', list(log))
  return { log, witnesses }
}

/** Checks whose a checkpoint is and who has signed it; returns how many witnesses have cosigned it. */
export function checkSignatures(checkpoint: Checkpoint, { log, witnesses }: Policy): number {
  const [{ name }] = log
  if (checkpoint.origin !== name) throw unsound('signature.origin', checkpoint.origin, name)
  if (verified(checkpoint, log).size === 0) throw unsound('signature.none', list(log))
  return verified(checkpoint, witnesses).size
}

/** The known keys that have signed; a signature of a known key that does not hold is refused. */
function verified(checkpoint: Checkpoint, known: readonly VerifierKey[]): Set<VerifierKey> {
  const keys = new Set<VerifierKey>()
  for (const signature of checkpoint.signatures) {
    for (const key of known.filter((k) => k.name === signature.name && k.id === signature.id)) {
      if (!holds(key, signature.bytes, checkpoint.text)) throw unsound('signature.wrong', key.name, key.id)
      keys.add(key)
    }
  }
  return keys
}

const list = (keys: readonly VerifierKey[]): string => `[${keys.map((key) => key.text).join(', ')}]`
