import type { Digest, Suite } from '../suite/suite.ts'
import { LENGTH } from '../bytes.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/**
 * Merkle tree hash of RFC 6962 over a growing list: leaf H(0x00 ‖ line), node H(0x01 ‖ left ‖ right), empty tree H("").
 * Keeps one hash per level.
 */
export class Merkle {
  private readonly digest: Digest
  private readonly fresh: Digest
  private readonly hashes: Uint8Array[] = []
  private readonly levels: number[] = []

  constructor(suite: Suite) {
    this.fresh = suite.digest()
    this.digest = suite.digest()
  }

  /** Appends a leaf. */
  add(line: Uint8Array): void {
    this.append(this.hash(LEAF, line))
  }

  /** Appends the hash of a leaf. */
  append(leaf: Uint8Array): void {
    this.hashes.push(leaf)
    this.levels.push(0)
    while (this.levels.length > 1 && this.levels.at(-1) === this.levels.at(-2)) this.join()
  }

  /** The root of what there is so far. */
  root(): Uint8Array {
    return (
      this.hashes.reduceRight<Uint8Array | undefined>(
        (right, left) => (right ? this.hash(NODE, left, right) : left),
        undefined,
      ) ?? this.hash()
    )
  }

  private join(): void {
    const right = this.hashes.pop() as Uint8Array
    const left = this.hashes.pop() as Uint8Array
    this.hashes.push(this.hash(NODE, left, right))
    this.levels.pop()
    this.levels.push((this.levels.pop() as number) + 1)
  }

  private hash(...parts: Uint8Array[]): Uint8Array {
    this.fresh._cloneInto(this.digest)
    for (const part of parts) this.digest.update(part)
    const out = new Uint8Array(LENGTH)
    this.digest.digestInto(out)
    return out
  }
}
