/** Which step of the log stands for which statement of the transcript: one each (V13, V6). */
import type { LogReport } from './logReport.ts'
import type { Stated } from '../verify/logCheck.ts'
import { memberOf, seqOf, type Step, type StepType } from './step.ts'
import { firstDifference } from '../verify/difference.ts'
import { nameOf, sameThing, statements, type Statement } from './statement.ts'
import { Node } from '../json/node.ts'
import { same } from '../json/json.ts'
import { step as stepFile } from '../files/transcriptFiles.ts'

export class Matched {
  private readonly stated: Stated
  private readonly report: LogReport
  private readonly pairs: { readonly statement: Statement; readonly step: Step }[] = []
  private readonly open: Statement[]

  /** Entries that declare the draw void. */
  readonly voids: Step[] = []

  /** `complete` is false if there are steps that could not be read, so that nothing is missing. */
  constructor(stated: Stated, found: readonly Step[], complete: boolean, report: LogReport) {
    this.stated = stated
    this.report = report
    this.open = statements(stated)
    const others: Step[] = []
    for (const step of found) {
      if (step.type === 'draw-void') this.voided(step)
      else if (!this.same(step)) others.push(step)
    }
    others.forEach((step) => this.differs(step))
    if (complete) {
      this.open
        .filter((statement) => statement.type !== 'draw-committed')
        .forEach((statement) => report.fail('V13', 'log', 0, 'v13.missing', nameOf(statement)))
    }
  }

  private take(fits: (statement: Statement) => boolean): Statement | undefined {
    const at = this.open.findIndex(fits)
    return at < 0 ? undefined : this.open.splice(at, 1)[0]
  }

  private same(step: Step): boolean {
    const statement = this.take((s) => s.type === step.type && same(s.payload, step.payload))
    if (statement) this.pairs.push({ statement, step })
    return statement !== undefined
  }

  private differs(step: Step): void {
    const file = stepFile(step.entry.seq, 'payload.json')
    const about = this.take((s) => s.type === step.type && sameThing(s, step.payload))
    if (!about) {
      this.unknown(step, file)
      return
    }
    const difference = firstDifference('$', step.payload, about.payload)
    if (difference) {
      const { kind, path, stands, computed } = difference
      this.report.fail('V13', file, 1, `v13.payload-${kind}`, path, stands, computed)
    }
  }

  private unknown(step: Step, file: string): void {
    const { type } = step
    if (this.isOfRoundNotDrawn(step)) {
      this.report.note('V11', 'v11.not-drawn', type, seqOf(step))
      return
    }
    const unread =
      type === 'draw-drawn' ? !this.stated.results : type === 'draw-round' ? false : !this.stated.reveals
    // A second commitment is the matter of V6; what could not be read, of V1.
    if (type !== 'draw-committed' && !unread) this.report.fail('V13', file, 1, 'v13.not-stated', type)
  }

  /** Of the round that was ordered when the draw became void: it is not drawn any more. */
  private isOfRoundNotDrawn(step: Step): boolean {
    const r = memberOf(step, 'r')
    return (
      (step.type === 'draw-round' || step.type === 'draw-public') &&
      r !== undefined &&
      same(r, this.stated.inputs.length + 1) &&
      this.voids.some((voided) => seqOf(voided) > seqOf(step))
    )
  }

  private voided(step: Step): void {
    this.voids.push(step)
    const file = stepFile(step.entry.seq, 'payload.json')
    this.report.attempt('V13', file, 1, () => {
      const node = Node.root(step.payload).only('approver', 'cause', 'commitmentHash', 'failed', 'reason')
      const hash = node.get('commitmentHash').text()
      if (hash !== this.stated.commitmentHash) {
        this.report.fail('V13', file, 1, 'v13.void', hash, this.stated.commitmentHash)
      }
    })
  }

  /** The steps of this type and round, in the order of the log. */
  of(type: StepType, r: number): Step[] {
    return this.pairs.filter((p) => p.statement.type === type && p.statement.r === r).map((p) => p.step)
  }

  /** The steps that open chain values of this round and later ones. */
  openedFrom(r: number): Step[] {
    return this.pairs
      .filter((p) => p.statement.type === 'draw-opened' && p.statement.r >= r)
      .map((p) => p.step)
  }

  /** Number of the rounds that the transcript states, the draw included. */
  get rounds(): number {
    return this.stated.inputs.length + 1
  }
}
