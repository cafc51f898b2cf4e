import { BadLine } from '../targets/csv.ts'
import { CHECKS, type Check, type Finding, type Outcome, type Status } from './report.ts'
import { Refusal, say, Unreadable, type Say } from '../text/say.ts'

/** Collects findings while a transcript is checked. */
export class Findings {
  private readonly faults = new Map<Check, Finding[]>()
  private readonly notes = new Map<Check, Say[]>()
  private readonly skipped = new Map<Check, Say>()

  fail(check: Check, file: string, line: number, said: Say): void {
    this.add({ check, file, line, say: said })
  }

  add(finding: Finding): void {
    const known = this.faults.get(finding.check)
    if (known) known.push(finding)
    else this.faults.set(finding.check, [finding])
  }

  note(check: Check, said: Say): void {
    this.notes.set(check, [...(this.notes.get(check) ?? []), said])
  }

  /** The check could not be made, or has nothing to look at. */
  notChecked(check: Check, why: Say): void {
    if (!this.skipped.has(check)) this.skipped.set(check, why)
  }

  failed(check: Check): boolean {
    return this.faults.has(check)
  }

  /** Takes a step; what it refuses becomes a finding of `check`, or for a line of a list of V2, V3. */
  attempt<T>(check: Check, file: string, step: () => T): T | undefined {
    try {
      return step()
    } catch (e) {
      if (e instanceof BadLine) this.fail(e.tooMany ? 'V3' : 'V2', file, e.line, e.say)
      else if (e instanceof Refusal) this.fail(check, file, 1, e.say)
      else if (e instanceof Unreadable) this.fail(check, file, 0, say('files.io', e.message))
      else throw e
    }
    return undefined
  }

  outcomes(): Outcome[] {
    return CHECKS.map((check) => this.outcome(check))
  }

  /** What is known of a check so far. */
  outcome(check: Check): Outcome {
    const findings = this.faults.get(check) ?? []
    const why = this.skipped.get(check)
    const otherwise: Status = why ? 'NOT_CHECKED' : 'PASSED'
    return {
      check,
      status: findings.length > 0 ? 'FAILED' : otherwise,
      findings,
      notes: [...(this.notes.get(check) ?? []), ...(why ? [why] : [])],
    }
  }
}
