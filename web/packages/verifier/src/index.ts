export { verifyFolder, verifyZip } from './verify/verifier.ts'
export type { Options, Progress } from './verify/verification.ts'
export {
  accepted,
  CHECKS,
  failedChecks,
  findingsOf,
  findingText,
  reportLines,
  statusText,
  title,
} from './verify/report.ts'
export type { Check, Finding, Outcome, Report, Status } from './verify/report.ts'
export { inLanguage, say } from './text/say.ts'
export type { Key, Language, Say } from './text/say.ts'
export { transcriptLogCheck } from './log/transcriptLogCheck.ts'
export { typedKeys, type Keys } from './log/trust.ts'
export { WholeLog } from './log/wholeLog.ts'
