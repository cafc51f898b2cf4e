import type { Commitment } from '../commitment.ts'
import type { Context, Subjects } from './subjects.ts'
import type { Key, Say } from '../text/say.ts'
import { NO_LOG, type LogCheck, type Stated } from './logCheck.ts'
import type { Suite } from '../suite/suite.ts'
import type { TranscriptFiles } from '../files/transcriptFiles.ts'
import * as names from '../names.ts'
import { CHECKS, type Check, type Outcome, type Report } from './report.ts'
import { COMMITMENT, OPENINGS, RESULT, REVEALS } from '../files/transcriptFiles.ts'
import { commitmentHash, operatorAlone, readCommitment, supervised } from '../commitment.ts'
import { Findings } from './findings.ts'
import { hex } from '../bytes.ts'
import { Inputs, readJson } from './inputs.ts'
import { InspectorChecks } from './inspectorChecks.ts'
import {
  opensCommitment,
  readOpening,
  readReveals,
  tokenOf,
  type Opening,
  type PublicSource,
  type Reveals,
} from '../documents.ts'
import { say } from '../text/say.ts'
import { Seed } from '../seed.ts'
import { suiteNamed } from '../suite/suite.ts'
import { TargetChecks } from './targetChecks.ts'

/** What is told while a transcript is checked. */
export interface Progress {
  /** A check begins, or goes on; `share` tells how far the recomputation has come. */
  readonly running?: (check: Check, share: number) => void
  /** Everything that one check looks at was looked at. */
  readonly done?: (outcome: Outcome) => void
}

export interface Options {
  /** The commitmentHash that V5 demands, e.g. of a receipt. */
  readonly expectedHash?: string
  readonly log?: LogCheck
  readonly progress?: Progress
  /** Aborts between two steps. */
  readonly signal?: AbortSignal
}

/** One run of the verifier over one transcript. */
export class Verification {
  private readonly files: TranscriptFiles
  private readonly options: Options
  private readonly findings = new Findings()
  private readonly inputs: Inputs

  constructor(files: TranscriptFiles, options: Options) {
    this.files = files
    this.options = options
    this.inputs = new Inputs(files, this.findings)
  }

  run(): Report {
    this.begin('V1')
    const node = this.document(COMMITMENT)
    const commitment = node && this.v1(COMMITMENT, () => readCommitment(node))
    const suite = commitment && this.v1(COMMITMENT, () => suiteNamed(commitment.suite))
    if (!commitment || !suite) {
      const others = CHECKS.filter((check) => check !== 'V1')
      others.forEach((check) => this.findings.notChecked(check, say('skip.needs', 'V1', COMMITMENT)))
      return { outcomes: this.findings.outcomes(), warnings: [] }
    }
    return this.check(commitment, suite)
  }

  private check(commitment: Commitment, suite: Suite): Report {
    const reveals = this.read(REVEALS, readReveals)
    const openings = this.read(OPENINGS, (node) => node.items().map(readOpening))
    const subjects = this.subjects(commitment, suite)
    subjects.read()
    this.end('V1')
    this.begin('V3')
    subjects.lists()
    this.end('V2', 'V3', 'V4')
    this.hash(commitment, suite)
    this.end('V5')
    if (reveals) this.revealed(commitment, suite, subjects, reveals)
    else this.skip(REVEALS, 'V7', 'V8', 'V9', 'V10', 'V11')
    this.begin('V12')
    if (openings) this.opened(commitment, suite, subjects, openings)
    else this.skip(OPENINGS, 'V12')
    this.begin('V13')
    const cosignatures = this.logged({
      files: this.files,
      commitment,
      commitmentHash: commitmentHash(commitment, suite),
      reveals,
      inputs: this.inputs.documents,
      results: subjects.result?.rounds,
    })
    this.end(...CHECKS)
    const warnings = warningsOf(commitment, subjects, openings ?? [], cosignatures)
    return { outcomes: this.findings.outcomes(), warnings }
  }

  private begin(check: Check, share = 0): void {
    this.options.signal?.throwIfAborted()
    this.options.progress?.running?.(check, share)
  }

  private end(...checks: Check[]): void {
    checks.forEach((check) => this.options.progress?.done?.(this.findings.outcome(check)))
  }

  private subjects(commitment: Commitment, suite: Suite): Subjects {
    const { files, inputs, findings } = this
    const advance = (share: number) => this.begin('V10', share)
    const context: Context = { suite, files, inputs, findings, advance }
    return commitment.subject.purpose === 'targets'
      ? new TargetChecks(context, commitment.subject)
      : new InspectorChecks(context, commitment.subject)
  }

  private document(name: string) {
    return this.v1(name, () => readJson(this.files, name))
  }

  private read<T>(
    name: string,
    reader: (node: NonNullable<ReturnType<typeof readJson>>) => T,
  ): T | undefined {
    const node = this.document(name)
    return node && this.v1(name, () => reader(node))
  }

  private v1<T>(file: string, step: () => T): T | undefined {
    return this.findings.attempt('V1', file, step)
  }

  private skip(file: string, ...checks: Check[]): void {
    checks.forEach((check) => this.findings.notChecked(check, say('skip.needs', 'V1', file)))
  }

  private fail(check: Check, file: string, key: Key, ...args: unknown[]): void {
    this.findings.fail(check, file, 1, say(key, ...args))
  }

  private hash(commitment: Commitment, suite: Suite): void {
    const hash = commitmentHash(commitment, suite)
    const { expectedHash } = this.options
    this.findings.note('V5', say('v5.hash', hash))
    if (expectedHash === undefined) this.findings.note('V5', say('v5.compare'))
    else if (expectedHash !== hash) this.fail('V5', COMMITMENT, 'v5.other', expectedHash, hash)
  }

  private revealed(commitment: Commitment, suite: Suite, subjects: Subjects, reveals: Reveals): void {
    this.begin('V7')
    const complete = [
      this.nonces(commitment, suite, reveals),
      this.values(commitment, subjects, reveals),
      this.chain(commitment, suite, reveals, subjects.inputs),
    ].every((held) => held)
    this.end('V7', 'V8', 'V9')
    if (!complete || !subjects.drawable) {
      this.findings.notChecked('V10', say('skip.seed'))
      this.findings.notChecked('V11', say('skip.seed'))
      return
    }
    this.begin('V10')
    this.drawn(commitment, suite, subjects, reveals)
    this.end('V10', 'V11')
  }

  private drawn(commitment: Commitment, suite: Suite, subjects: Subjects, reveals: Reveals): void {
    const seed = new Seed(suite, commitment, reveals)
    const rounds = subjects.inputs + 1
    const { result } = subjects
    if (result && result.draw !== commitment.draw)
      this.fail('V10', RESULT, 'v10.draw', result.draw, commitment.draw)
    if (result && result.rounds.length !== rounds)
      this.fail('V10', RESULT, 'v10.rounds', result.rounds.length, rounds)
    for (let r = 0; r < rounds; r++) {
      const chain = names.bytes32('chain', reveals.chain[r])
      const ikm =
        r === 0
          ? seed.ikm
          : seed.ikmOf(r, this.inputs.document(r), subjects.sources(r), reveals.rounds[r - 1].values)
      if (!subjects.round(r, seed.tickets(chain, ikm))) return
    }
  }

  private nonces(commitment: Commitment, suite: Suite, { nonces }: Reveals): boolean {
    const { parties, draw } = commitment
    parties.forEach((party, i) => {
      const nonce = nonces[i]
      if (!nonce) this.fail('V7', REVEALS, 'v7.missing', party.party)
      else if (nonce.party !== party.party) {
        this.fail('V7', REVEALS, 'v7.order', `$.nonces[${i}]`, nonce.party, party.party)
      } else if (!opensCommitment(nonce, party, suite, draw))
        this.fail('V7', REVEALS, 'v7.nonce', party.party)
    })
    if (nonces.length > parties.length) this.fail('V7', REVEALS, 'v7.extra', nonces.length, parties.length)
    return !this.findings.failed('V7')
  }

  private values(commitment: Commitment, subjects: Subjects, reveals: Reveals): boolean {
    this.publicValues('$.public', commitment.sources, reveals.values)
    const rounds = subjects.inputs
    if (reveals.rounds.length !== rounds) this.fail('V8', REVEALS, 'v8.rounds', reveals.rounds.length, rounds)
    reveals.rounds.slice(0, rounds).forEach((round, i) => {
      const path = `$.rounds[${i}]`
      if (round.r !== i + 1) this.fail('V8', REVEALS, 'v8.number', `${path}.r`, round.r, i + 1)
      this.publicValues(`${path}.public`, subjects.sources(i + 1), round.values)
    })
    return !this.findings.failed('V8')
  }

  private publicValues(path: string, sources: readonly PublicSource[], values: readonly string[]): void {
    if (sources.length !== values.length) {
      this.fail('V8', REVEALS, 'v8.count', path, values.length, sources.length)
    }
    values.forEach((value, i) => {
      if (!names.VALUE.matches(value)) this.fail('V8', REVEALS, 'v8.value', `${path}[${i}]`, value)
    })
  }

  /** One value per round; each hashes to the one before it, the first to the head (V9). */
  private chain(commitment: Commitment, suite: Suite, reveals: Reveals, substituteRounds: number): boolean {
    const rounds = substituteRounds + 1
    const opened = reveals.chain.length
    const { head, length } = commitment.chain
    if (opened !== rounds) this.fail('V9', REVEALS, 'v9.count', opened, rounds)
    if (opened > length) this.fail('V9', REVEALS, 'v9.used-up', opened, length)
    let expected = head
    for (const [r, value] of reveals.chain.entries()) {
      if (hex(suite.hash(names.bytes32('chain', value))) !== expected) {
        this.fail('V9', REVEALS, 'v9.chain', r)
        return false
      }
      expected = value
    }
    return !this.findings.failed('V9')
  }

  private opened(
    commitment: Commitment,
    suite: Suite,
    subjects: Subjects,
    openings: readonly Opening[],
  ): void {
    const seen = new Set<string>()
    openings.forEach((opening, i) => {
      const path = `$[${i}]`
      if (seen.has(opening.token)) this.fail('V12', OPENINGS, 'v12.twice', path, opening.token)
      seen.add(opening.token)
      if (tokenOf(suite, commitment.draw, opening.unit, opening.salt) !== opening.token) {
        this.fail('V12', OPENINGS, 'v12.token', path, opening.unit)
      } else if (subjects.knows(opening.token) === false) {
        this.fail('V12', OPENINGS, 'v12.unknown', path, opening.unit)
      }
    })
  }

  /** Number of cosignatures that hold. */
  private logged(stated: Stated): number {
    const found = this.options.log?.(stated) ?? NO_LOG
    found.findings.forEach((finding) => this.findings.add(finding))
    found.notes.forEach((note) => this.findings.note(note.check, note.say))
    found.notChecked.forEach((skip) => this.findings.notChecked(skip.check, skip.say))
    return found.cosignatures
  }
}

function warningsOf(
  commitment: Commitment,
  subjects: Subjects,
  openings: readonly Opening[],
  cosignatures: number,
): Say[] {
  const warnings: Say[] = []
  if (operatorAlone(commitment)) warnings.push(say('warn.operator'))
  if (!supervised(commitment)) warnings.push(say('warn.supervisor'))
  const rounds = Array.from({ length: subjects.inputs }, (_, i) => i + 1)
  const foreseeable = rounds.filter((r) => subjects.sources(r).length === 0)
  if (foreseeable.length > 0) warnings.push(say('warn.foreseeable', foreseeable.join(', ')))
  const single = subjects.singleChoice()
  if (single) warnings.push(single)
  const unopened = subjects.unopened(new Set(openings.map((opening) => opening.token)))
  if (unopened > 0) warnings.push(say('warn.unopened', unopened))
  if (cosignatures === 0) warnings.push(say('warn.cosignature'))
  return warnings
}
