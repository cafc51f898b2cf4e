/**
 * V14: what the draw replaces is void in the log, and every earlier commitment for the same task and purpose is in that
 * chain.
 */
import type { Json } from '../json/json.ts'
import type { Key } from '../text/say.ts'
import type { LogEntry } from './entry.ts'
import type { LogReport } from './logReport.ts'
import type { Stated } from '../verify/logCheck.ts'
import type { WholeLog } from './wholeLog.ts'
import * as names from '../names.ts'
import { COMMITMENT } from '../files/transcriptFiles.ts'
import { commitmentHash, readCommitment, type Commitment } from '../commitment.ts'
import { FOLDER } from './wholeLogCheck.ts'
import { Node } from '../json/node.ts'
import { refuse } from '../text/say.ts'
import { saltedHash } from './entry.ts'
import { suiteNamed } from '../suite/suite.ts'
import { write } from '../json/jcs.ts'

/** A commitment of the log. */
interface Known {
  readonly entry: LogEntry
  readonly commitment: Commitment
  readonly hash: string
}

const file = (entry: LogEntry): string => `${FOLDER}payload/${entry.seq}.json`

export class Predecessors {
  private readonly stated: Stated
  private readonly draws: readonly LogEntry[]
  private readonly log: WholeLog
  private readonly report: LogReport
  private readonly committed: Known[] = []
  private readonly voided = new Set<string>()

  /** With the entries of types draw-committed and draw-void, in the order of the log. */
  constructor(stated: Stated, draws: readonly LogEntry[], log: WholeLog, report: LogReport) {
    this.stated = stated
    this.draws = draws
    this.log = log
    this.report = report
  }

  check(): void {
    const { draw } = this.stated.commitment
    const own = this.draws.find((e) => e.type === 'draw-committed' && e.ref === draw)
    if (!own) {
      this.report.fail('V6', `${FOLDER}checkpoint`, 0, 'v6.not-there', draw)
      this.report.skip('V14', 'skip.own-commitment')
      return
    }
    // Numbers of tasks are given by each authority for itself.
    this.draws.filter((e) => e.seq < own.seq && e.org === own.org).forEach((entry) => this.learn(entry))
    this.passedOver(this.chain())
  }

  private learn(entry: LogEntry): void {
    const payload = this.report.attempt('V14', file(entry), 1, () => this.payload(entry))
    if (payload === undefined) return
    this.report.attempt('V14', file(entry), 1, () =>
      entry.type === 'draw-committed' ? this.learnCommitment(entry, payload) : this.learnVoid(entry, payload),
    )
  }

  /** The payload, which must be public and be that of the entry. */
  private payload(entry: LogEntry): Json {
    const found = this.log.payload(entry.seq)
    if (!found) throw refuse('v14.no-payload', entry.type, entry.seq, entry.ref)
    const hash = saltedHash(names.bytes32('salt', found.salt), write(found.payload))
    if (hash !== entry.hash) throw refuse('v13.hash', hash, entry.hash)
    return found.payload
  }

  private learnCommitment(entry: LogEntry, payload: Json): void {
    const commitment = readCommitment(Node.root(payload))
    if (commitment.draw !== entry.ref) throw refuse('v13.ref', entry.ref, commitment.draw)
    this.committed.push({ entry, commitment, hash: commitmentHash(commitment, suiteNamed(commitment.suite)) })
  }

  private learnVoid(entry: LogEntry, payload: Json): void {
    const hash = Node.root(payload).get('commitmentHash').text(names.HEX32)
    if (this.committed.some((k) => k.hash === hash && k.commitment.draw === entry.ref)) this.voided.add(hash)
  }

  /** Hashes of the draws that this one replaces, one after the other; each must be void. */
  private chain(): Set<string> {
    const chain = new Set<string>()
    let { previous } = this.stated.commitment
    while (previous !== '' && !chain.has(previous)) {
      const hash = previous
      chain.add(hash)
      const known = this.committed.find((k) => k.hash === hash)
      if (!known) {
        this.fail('v14.unknown', hash)
        return chain
      }
      if (!this.voided.has(hash)) this.fail('v14.not-void', known.commitment.draw, hash)
      ;({ previous } = known.commitment)
    }
    return chain
  }

  private fail(key: Key, ...args: unknown[]): void {
    this.report.fail('V14', COMMITMENT, 1, key, ...args)
  }

  private passedOver(chain: ReadonlySet<string>): void {
    const own = this.stated.commitment
    for (const { entry, commitment, hash } of this.committed) {
      const same = commitment.task === own.task && commitment.subject.purpose === own.subject.purpose
      if (same && !chain.has(hash)) {
        this.report.fail('V14', file(entry), 1, 'v14.passed-over', commitment.draw, entry.seq, hash)
      }
    }
  }
}
