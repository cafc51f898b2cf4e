/** The order of the steps by checkpoints (V6, V11), and their times (V7). */
import type { Check } from '../verify/report.ts'
import type { Commitment } from '../commitment.ts'
import type { LogReport } from './logReport.ts'
import type { Matched } from './matched.ts'
import { fileOf, memberOf, seqOf, type Step } from './step.ts'
import { instantOf, isAfter, showInstant } from './instant.ts'

/** Causes for which a draw is void for further rounds only: the secret of its chain is lost or used up. */
const OF_ROUNDS: ReadonlySet<string> = new Set(['chain-lost', 'chain-used-up'])

export class Order {
  private readonly commitment: Commitment
  private readonly all: readonly Step[]
  private readonly steps: Matched
  private readonly report: LogReport
  private readonly sizes: readonly bigint[]

  constructor(commitment: Commitment, all: readonly Step[], steps: Matched, report: LogReport) {
    this.commitment = commitment
    this.all = all
    this.steps = steps
    this.report = report
    this.sizes = all.map((step) => step.checkpoint.size)
  }

  /** `complete` is false if a step could not be read or is not shown to be in the log. */
  check(complete: boolean): void {
    const commitments = this.all.filter((step) => step.type === 'draw-committed')
    for (const second of commitments.slice(1)) {
      this.report.fail('V6', fileOf(second), 1, 'v6.twice', seqOf(second), seqOf(commitments[0]))
    }
    if (!complete) {
      this.report.skip('V6', 'skip.steps')
      this.report.note('V7', 'skip.steps')
      this.report.note('V11', 'skip.steps')
      return
    }
    if (commitments.length === 0) this.report.fail('V6', 'log', 0, 'v6.none', this.commitment.draw)
    this.inOrder()
    this.nothingAfterVoid()
  }

  private inOrder(): void {
    const { steps } = this
    const nonces = steps.of('draw-revealed', 0)
    const values = steps.of('draw-public', 0)
    const opened = steps.of('draw-opened', 0)
    const committed = steps.of('draw-committed', 0)
    this.ordered('V6', committed, nonces)
    this.ordered('V6', [...committed, ...nonces], values)
    // Whoever knows a later chain value knows C_0.
    this.ordered('V6', [...committed, ...nonces, ...values], steps.openedFrom(0))
    for (let r = 1; r < steps.rounds; r++) {
      const known = steps.of('draw-round', r)
      const fresh = steps.of('draw-public', r)
      this.ordered('V11', known, fresh)
      this.ordered('V11', [...known, ...fresh], steps.openedFrom(r))
    }
    nonces.forEach((step) => this.inTime(step, this.commitment.revealBy))
    opened.forEach((step) => this.inTime(step, this.commitment.openBy))
  }

  /** A checkpoint of size n lies between a and b if index(a) < n ≤ index(b). */
  private ordered(check: Check, earlier: readonly Step[], later: readonly Step[]): void {
    const [before] = [...earlier].sort((a, b) => (seqOf(a) > seqOf(b) ? -1 : 1))
    if (!before) return
    const last = seqOf(before)
    for (const step of later) {
      if (!this.sizes.some((size) => size > last && size <= seqOf(step))) {
        this.report.fail(check, fileOf(step), 1, 'order', step.type, seqOf(step), before.type, last)
      }
    }
  }

  private inTime(step: Step, until: string): void {
    const limit = instantOf(until)
    if (limit && isAfter(step.entry.at, limit)) {
      this.report.fail('V7', fileOf(step), 1, 'v7.late', step.type, showInstant(step.entry.at), until)
    }
  }

  /** What a draw has drawn stands if it is void for further rounds only, and not if it was given up. */
  private declared(voided: Step): void {
    const stated = memberOf(voided, 'cause')
    const cause = typeof stated === 'string' ? stated : ''
    const about = [seqOf(voided), showInstant(voided.entry.at), cause]
    if (OF_ROUNDS.has(cause)) this.report.note('V6', 'v6.rounds-ended', ...about)
    else this.report.fail('V6', fileOf(voided), 1, 'v6.void', ...about)
  }

  private nothingAfterVoid(): void {
    for (const voided of this.steps.voids) {
      this.declared(voided)
      this.all
        .filter((step) => seqOf(step) > seqOf(voided) && step.type !== 'draw-void')
        .forEach((step) =>
          this.report.fail('V6', fileOf(step), 1, 'v6.after-void', step.type, seqOf(step), seqOf(voided)),
        )
    }
  }
}
