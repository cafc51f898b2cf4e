import type { Check, Finding } from '../verify/report.ts'
import type { LogFindings, Remark } from '../verify/logCheck.ts'
import { Refusal, say, Unreadable, type Key, type Say } from '../text/say.ts'
import { Unsound } from './unsound.ts'

/** Collects what is found about the log of a draw. */
export class LogReport {
  private readonly found: Finding[] = []
  private readonly notes: Remark[] = []
  private readonly notChecked: Remark[] = []

  fail(check: Check, file: string, line: number, key: Key, ...args: unknown[]): void {
    this.add(check, file, line, say(key, ...args))
  }

  private add(check: Check, file: string, line: number, said: Say): void {
    this.found.push({ check, file, line, say: said })
  }

  note(check: Check, key: Key, ...args: unknown[]): void {
    this.notes.push({ check, say: say(key, ...args) })
  }

  skip(check: Check, key: Key, ...args: unknown[]): void {
    this.notChecked.push({ check, say: say(key, ...args) })
  }

  /** Takes a step; what is refused in it becomes a finding. */
  attempt<T>(check: Check, file: string, line: number, step: () => T): T | undefined {
    try {
      return step()
    } catch (e) {
      if (e instanceof Unsound || e instanceof Refusal) this.add(check, file, line, e.say)
      else if (e instanceof Unreadable) this.add(check, file, 0, say('files.io', e.message))
      else throw e
    }
    return undefined
  }

  failed(check: Check): boolean {
    return this.found.some((finding) => finding.check === check)
  }

  findings(cosignatures: number): LogFindings {
    return { findings: this.found, notes: this.notes, notChecked: this.notChecked, cosignatures }
  }
}
