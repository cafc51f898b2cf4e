/**
 * Checks the folder `log/` of a transcript: each step is in the log, in the right order and time, and the log has
 * nothing else for this draw. What of this it could not look at, it says.
 */
import type { LogCheck, LogFindings } from '../verify/logCheck.ts'
import type { WholeLog } from './wholeLog.ts'
import { LOG_KEYS } from '../files/transcriptFiles.ts'
import { LogReport } from './logReport.ts'
import { Matched } from './matched.ts'
import { NO_KEYS, trustedPolicy, type Keys } from './trust.ts'
import { NO_LOG } from '../verify/logCheck.ts'
import { Order } from './order.ts'
import { StepReader } from './stepReader.ts'
import { WholeLogCheck } from './wholeLogCheck.ts'

/** By the keys that a reader knows, and with the whole log where it is given. */
export const transcriptLogCheck =
  (keys: Keys = NO_KEYS, whole?: WholeLog): LogCheck =>
  (stated) => {
    const { files, commitment } = stated
    if (!files.logged()) return NO_LOG
    const report = new LogReport()
    const policy = trustedPolicy(files, keys, report)
    if (!policy) return unsigned(report)
    const reader = new StepReader(files, commitment.draw, policy, report)
    const steps = reader.read()
    const complete = !report.failed('V13')
    const matched = new Matched(stated, steps, complete, report)
    new Order(commitment, steps, matched, report).check(complete)
    if (whole) {
      new WholeLogCheck(stated, steps, policy, report).check(whole)
    } else {
      report.note('V6', 'v6.part')
      report.skip('V14', 'skip.no-whole-log')
    }
    report.note('V13', 'v13.cosigned', reader.cosignatures, policy.witnesses.length)
    return report.findings(reader.cosignatures)
  }

function unsigned(report: LogReport): LogFindings {
  if (!report.failed('V13')) report.fail('V13', LOG_KEYS, 0, 'v13.no-key')
  report.skip('V6', 'skip.steps')
  report.skip('V14', 'skip.steps')
  report.note('V7', 'skip.steps')
  report.note('V11', 'skip.steps')
  return report.findings(0)
}
