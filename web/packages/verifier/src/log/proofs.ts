/** Inclusion and consistency proofs (RFC 6962, 2.1.1 and 2.1.2), and `.tlog-proof` files (C2SP tlog-proof). */
import { checkSignatures, readCheckpoint, type Checkpoint, type Policy } from './note.ts'
import { EMPTY, nodeHash, type Hash } from './hash.ts'
import { Lines } from './lines.ts'
import { unsound } from './unsound.ts'
import { utf8 } from '../bytes.ts'

const HEAD = 'c2sp.org/tlog-proof@v1'
const EXTRA = 'extra '
const MAX_PATH = 63

export interface LogProof {
  readonly index: bigint
  /** From the leaf up. */
  readonly path: readonly Hash[]
  readonly checkpoint: Checkpoint
}

/** Reads a file; nothing in it is to be believed before {@link verifyProof}. */
export function readProof(file: string): LogProof {
  const lines = new Lines(file)
  if (lines.next() !== HEAD) throw unsound('proof.head', HEAD)
  if (file.startsWith(`${HEAD}\n${EXTRA}`)) {
    const extra = lines.next().slice(EXTRA.length)
    const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(extra)
    if (!base64 || extra === '') throw unsound('proof.extra', lines.number, extra)
  }
  const index = lines.decimal('index ')
  const path = lines.hashes(MAX_PATH)
  return { index, path, checkpoint: readCheckpoint(utf8(lines.rest())) }
}

/** Checks that the leaf is in the log; returns how many witnesses have cosigned. */
export function verifyProof({ index, path, checkpoint }: LogProof, leaf: Hash, policy: Policy): number {
  const cosigned = checkSignatures(checkpoint, policy)
  verifyInclusion(path, index, leaf, checkpoint.size, checkpoint.root)
  return cosigned
}

/** Steps up from a node of a tree; both numbers become those of the level above. */
class Climb {
  node: bigint
  last: bigint

  constructor(node: bigint, last: bigint) {
    this.node = node
    this.last = last
  }

  /** Takes one hash of a proof; tells whether it stands to the left. */
  step(): boolean {
    const left = (this.node & 1n) === 1n || this.node === this.last
    if (left) {
      while ((this.node & 1n) === 0n && this.node > 0n) this.up()
    }
    this.up()
    return left
  }

  private up(): void {
    this.node >>= 1n
    this.last >>= 1n
  }
}

export function verifyInclusion(
  path: readonly Hash[],
  index: bigint,
  leaf: Hash,
  size: bigint,
  root: Hash,
): void {
  if (index < 0n || index >= size) throw unsound('proof.index', index, size)
  const climb = new Climb(index, size - 1n)
  let hash = leaf
  for (const sibling of path) {
    if (climb.last === 0n) throw unsound('proof.long', path.length, index, size)
    hash = climb.step() ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
  }
  if (climb.last !== 0n) throw unsound('proof.short', path.length, index, size)
  if (hash !== root) throw unsound('proof.root', index, size, hash, root)
}

/** Checks that a tree begins with all leaves of an older one. */
export function verifyConsistency(
  proof: readonly Hash[],
  old: { readonly size: bigint; readonly root: Hash },
  now: { readonly size: bigint; readonly root: Hash },
): void {
  if (old.size > now.size) throw unsound('consistency.sizes', old.size, now.size)
  if (old.size === 0n || old.size === now.size) {
    if (proof.length > 0) throw unsound('consistency.long', proof.length, old.size, now.size)
    const expected = old.size === 0n ? EMPTY : now.root
    if (old.root !== expected) throw unsound('consistency.root', old.size, expected, old.root)
    if (now.size === 0n && now.root !== EMPTY) throw unsound('consistency.root', now.size, EMPTY, now.root)
    return
  }
  const power = (old.size & (old.size - 1n)) === 0n
  const steps = power ? [old.root, ...proof] : [...proof]
  if (steps.length === 0) throw unsound('consistency.short', proof.length, old.size, now.size)
  climb(steps, proof.length, old, now)
}

function climb(
  [first, ...steps]: Hash[],
  given: number,
  old: { readonly size: bigint; readonly root: Hash },
  now: { readonly size: bigint; readonly root: Hash },
): void {
  let whole = 0n
  while (((old.size >> whole) & 1n) === 0n) whole++
  const way = new Climb((old.size - 1n) >> whole, (now.size - 1n) >> whole)
  let [older, newer] = [first, first]
  for (const step of steps) {
    if (way.last === 0n) throw unsound('consistency.long', given, old.size, now.size)
    if (way.step()) {
      older = nodeHash(step, older)
      newer = nodeHash(step, newer)
    } else {
      newer = nodeHash(newer, step)
    }
  }
  if (way.last !== 0n) throw unsound('consistency.short', given, old.size, now.size)
  if (older !== old.root) throw unsound('consistency.root', old.size, older, old.root)
  if (newer !== now.root) throw unsound('consistency.root', now.size, newer, now.root)
}
