/**
 * Reads a whole log: it continues every checkpoint of the transcript (V13), has no other entry for this draw (V6), and
 * no earlier commitment that is passed over (V14).
 */
import type { Checkpoint, Policy } from './note.ts'
import type { LogEntry } from './entry.ts'
import type { Stated } from '../verify/logCheck.ts'
import type { WholeLog } from './wholeLog.ts'
import { bundlePath, WIDTH } from './bundles.ts'
import { LogReport } from './logReport.ts'
import { checkSignatures } from './note.ts'
import { equal } from '../bytes.ts'
import { fileOf, seqOf, stepType, type Step } from './step.ts'
import { bytesOf, leafHash, toBase64 } from './hash.ts'
import { Merkle } from '../targets/merkle.ts'
import { Predecessors } from './predecessors.ts'
import { readEntry } from './entry.ts'
import { SHA256 } from '../suite/suite.ts'
import { showInstant } from './instant.ts'

/** Names of files of the whole log in findings begin so. */
export const FOLDER = 'whole-log/'

const SHOWN = 20

export class WholeLogCheck {
  private readonly stated: Stated
  private readonly policy: Policy
  private readonly report: LogReport
  private readonly steps: ReadonlyMap<bigint, Step>
  private readonly checkpoints: ReadonlyMap<bigint, Checkpoint>
  private readonly draws: LogEntry[] = []
  private faults = 0

  constructor(stated: Stated, steps: readonly Step[], policy: Policy, report: LogReport) {
    this.stated = stated
    this.policy = policy
    this.report = report
    this.steps = new Map(steps.map((step) => [seqOf(step), step]))
    this.checkpoints = new Map(steps.map((step) => [step.checkpoint.size, step.checkpoint]))
  }

  check(log: WholeLog): void {
    const file = `${FOLDER}checkpoint`
    const now = this.report.attempt('V13', file, 0, () => {
      const checkpoint = log.checkpoint()
      checkSignatures(checkpoint, this.policy)
      return checkpoint
    })
    if (!now) {
      this.report.skip('V14', 'skip.whole-log')
      return
    }
    const read = this.read(log, now)
    const [larger] = [...this.checkpoints.keys()].filter((size) => size > now.size).sort(ascending)
    if (larger !== undefined) this.report.fail('V13', file, 2, 'v13.old-log', now.size, larger)
    if (!read) {
      this.report.skip('V14', 'skip.whole-log')
      return
    }
    this.report.note('V6', 'v6.whole', now.size)
    new Predecessors(this.stated, this.draws, log, this.report).check()
  }

  /** Reads every entry; false if one is missing or the entries are not those of the checkpoint. */
  private read(log: WholeLog, now: Checkpoint): boolean {
    const tree = new Merkle(SHA256)
    const size = Number(now.size)
    for (let seq = 0; seq < size; seq++) {
      const file = FOLDER + bundlePath(size, Math.floor(seq / WIDTH))
      const bytes = this.report.attempt('V13', file, 0, () => log.entry(size, seq))
      if (!bytes) return false
      tree.append(bytesOf(leafHash(bytes)))
      this.continued(tree, BigInt(seq + 1))
      this.entry(file, BigInt(seq), bytes)
    }
    const root = toBase64(tree.root())
    if (root === now.root) return true
    this.report.fail('V13', `${FOLDER}checkpoint`, 3, 'v13.root', root, now.root)
    return false
  }

  private continued(tree: Merkle, size: bigint): void {
    const seen = this.checkpoints.get(size)
    if (!seen) return
    const root = toBase64(tree.root())
    if (seen.root !== root) {
      this.report.fail('V13', `${FOLDER}checkpoint`, 0, 'v13.fork', size, root, seen.root)
    }
  }

  private entry(file: string, seq: bigint, bytes: Uint8Array): void {
    const step = this.steps.get(seq)
    if (step && !equal(step.bytes, bytes)) this.report.fail('V13', fileOf(step), 1, 'v13.not-same', seq)
    // When enough faults have been named, further ones are passed over, but no entry is.
    const report = this.faults < SHOWN ? this.report : new LogReport()
    const entry = report.attempt('V13', file, 0, () => readEntry(bytes))
    if (entry?.seq !== seq) {
      this.faults++
      report.fail('V13', file, 0, 'v13.entry', seq)
    }
    if (entry) this.ofDraw(file, entry)
  }

  private ofDraw(file: string, entry: LogEntry): void {
    const type = stepType(entry.type)
    if (!type) return
    if (type === 'draw-committed' || type === 'draw-void') this.draws.push(entry)
    if (entry.ref !== this.stated.commitment.draw || this.steps.has(entry.seq)) return
    const covered = [...this.checkpoints.keys()].sort(ascending).at(-1) ?? 0n
    if (type === 'draw-committed') this.report.fail('V6', file, 0, 'v6.another', entry.seq)
    else if (entry.seq < covered) this.report.fail('V13', file, 0, 'v13.hidden', entry.type, entry.seq)
    else this.report.note('V6', 'v6.later', entry.type, entry.seq, showInstant(entry.at))
  }
}

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : 1)
