/** Reads the steps under `log/` and checks that each is in the log (V13). */
import type { Json } from '../json/json.ts'
import type { LogEntry } from './entry.ts'
import type { LogReport } from './logReport.ts'
import type { Checkpoint, Policy } from './note.ts'
import type { Step, StepType } from './step.ts'
import { leafHash, readHash, type Hash } from './hash.ts'
import { Lines } from './lines.ts'
import { parse } from '../json/jcs.ts'
import { readEntry, saltedHash } from './entry.ts'
import { readProof, verifyConsistency, verifyProof } from './proofs.ts'
import { refuse } from '../text/say.ts'
import { step as stepFile, type TranscriptFiles } from '../files/transcriptFiles.ts'
import { stepType } from './step.ts'
import { unhex } from '../bytes.ts'

const SALT = /^[0-9a-f]{64}\n$/
const MAX_PROOF = 63

export class StepReader {
  private readonly files: TranscriptFiles
  private readonly draw: string
  private readonly policy: Policy
  private readonly report: LogReport
  private readonly steps: Step[] = []
  private last?: Checkpoint
  private cosigned?: number

  constructor(files: TranscriptFiles, draw: string, policy: Policy, report: LogReport) {
    this.files = files
    this.draw = draw
    this.policy = policy
    this.report = report
  }

  /** The steps that are shown to be in the log, in its order. */
  read(): Step[] {
    this.files.steps().forEach((seq, i) => {
      const checkpoint = this.step(seq)
      this.consistent(seq, i === 0, checkpoint)
      this.last = checkpoint
    })
    return this.steps
  }

  /** How many known witnesses have cosigned every checkpoint. */
  get cosignatures(): number {
    return this.cosigned ?? 0
  }

  private attempt<T>(file: string, line: number, step: () => T): T | undefined {
    return this.report.attempt('V13', file, line, step)
  }

  private step(seq: bigint): Checkpoint | undefined {
    const file = stepFile(seq, 'entry.json')
    const bytes = this.attempt(file, 0, () => this.files.bytes(file))
    const entry = bytes && this.attempt(file, 1, () => readEntry(bytes))
    const type = entry && this.type(seq, file, entry)
    const payload = this.payload(seq, entry)
    const checkpoint = this.proved(seq, bytes)
    if (bytes && entry && type && payload !== undefined && checkpoint) {
      this.steps.push({ type, entry, bytes, payload, checkpoint })
    }
    return checkpoint
  }

  /** The entry's type, if it is a step of this draw. */
  private type(seq: bigint, file: string, entry: LogEntry): StepType | undefined {
    const type = stepType(entry.type)
    if (entry.seq !== seq) this.report.fail('V13', file, 1, 'v13.seq', entry.seq, seq)
    else if (entry.ref !== this.draw) this.report.fail('V13', file, 1, 'v13.ref', entry.ref, this.draw)
    else if (!type) this.report.fail('V13', file, 1, 'v13.type', entry.type)
    else return type
    return undefined
  }

  /** The payload, if the entry's hash is of salt and payload. */
  private payload(seq: bigint, entry: LogEntry | undefined): Json | undefined {
    const file = stepFile(seq, 'payload.json')
    const saltFile = stepFile(seq, 'salt.txt')
    const bytes = this.attempt(file, 0, () => this.files.bytes(file))
    const salt = this.attempt(saltFile, 1, () => readSalt(this.files.text(saltFile)))
    const payload = bytes && this.attempt(file, 1, () => parse(bytes))
    if (!entry || !salt || !bytes || payload === undefined) return undefined
    const hash = saltedHash(salt, bytes)
    if (hash !== entry.hash) {
      this.report.fail('V13', file, 1, 'v13.hash', hash, entry.hash)
      return undefined
    }
    return payload
  }

  /** The checkpoint of the proof, if it is signed and covers the entry. */
  private proved(seq: bigint, entry: Uint8Array | undefined): Checkpoint | undefined {
    const file = stepFile(seq, 'proof.tlog-proof')
    const proof = this.attempt(file, 0, () => readProof(this.files.text(file)))
    if (!proof || !entry) return undefined
    if (proof.index !== seq) {
      this.report.fail('V13', file, 2, 'v13.index', proof.index, seq)
      return undefined
    }
    const by = this.attempt(file, 0, () => verifyProof(proof, leafHash(entry), this.policy))
    if (by === undefined) return undefined
    this.cosigned = Math.min(by, this.cosigned ?? by)
    return proof.checkpoint
  }

  /** Each checkpoint continues the one of the step before. */
  private consistent(seq: bigint, first: boolean, now: Checkpoint | undefined): void {
    const file = stepFile(seq, 'consistency.txt')
    if (first) {
      if (this.files.has(file)) this.report.fail('V13', file, 0, 'v13.first')
      return
    }
    const proof = this.attempt(file, 0, () => readHashes(this.files.text(file)))
    const old = this.last
    if (proof && now && old) this.attempt(file, 0, () => verifyConsistency(proof, old, now))
  }
}

function readSalt(text: string): Uint8Array {
  if (!SALT.test(text)) throw refuse('v13.salt', text.trim())
  return unhex(text.trim())
}

function readHashes(text: string): Hash[] {
  const lines = new Lines(text)
  const hashes: Hash[] = []
  while (lines.more) {
    const line = lines.next()
    hashes.push(readHash(lines.number, line))
    if (hashes.length > MAX_PROOF) throw refuse('v13.many-hashes', MAX_PROOF)
  }
  return hashes
}
