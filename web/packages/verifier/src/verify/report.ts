/** What a verifier says of a transcript (section 12). Plain data, so that a worker can send it. */
import { inLanguage, say, type Key, type Language, type Say } from '../text/say.ts'

export const CHECKS = [
  'V1',
  'V2',
  'V3',
  'V4',
  'V5',
  'V6',
  'V7',
  'V8',
  'V9',
  'V10',
  'V11',
  'V12',
  'V13',
  'V14',
] as const

/** The numbered checks of section 12. */
export type Check = (typeof CHECKS)[number]

export type Status = 'PASSED' | 'FAILED' | 'NOT_CHECKED'

/** Something wrong. */
export interface Finding {
  readonly check: Check
  /** Its name in the transcript. */
  readonly file: string
  /** Counted from 1; 0 if it is the file as a whole. JSON files are one line. */
  readonly line: number
  readonly say: Say
}

/** What came of one check. */
export interface Outcome {
  readonly check: Check
  readonly status: Status
  readonly findings: readonly Finding[]
  /** Why it was not checked, which part of it was not, or what a reader should compare. */
  readonly notes: readonly Say[]
}

export interface Report {
  /** V1 to V14, in this order. */
  readonly outcomes: readonly Outcome[]
  /** In the order of section 12. */
  readonly warnings: readonly Say[]
}

/** What a check is about. */
export const title = (check: Check): Say => say(`check.${check.toLowerCase()}` as Key)

export const statusText = (status: Status): Say => say(`status.${status}`)

/** Whether no check failed. */
export const accepted = (report: Report): boolean => report.outcomes.every((o) => o.status !== 'FAILED')

/** All findings, by the number of their check. */
export const findingsOf = (report: Report): Finding[] => report.outcomes.flatMap((o) => o.findings)

/** The numbers of the checks that failed. */
export const failedChecks = (report: Report): Check[] =>
  report.outcomes.filter((o) => o.status === 'FAILED').map((o) => o.check)

/** `V2 frame.csv.gz:17: …` */
export function findingText(finding: Finding, language: Language): string {
  const line = finding.line > 0 ? `:${finding.line}` : ''
  return `${finding.check} ${finding.file}${line}: ${inLanguage(finding.say, language)}`
}

/** The report as lines of text: warnings first, then every check, then the conclusion. */
export function reportLines(report: Report, language: Language): string[] {
  const text = (said: Say) => inLanguage(said, language)
  const checks = report.outcomes.flatMap((outcome) => [
    text(say('report.check', outcome.check, text(statusText(outcome.status)), text(title(outcome.check)))),
    ...outcome.notes.map((note) => `    ${text(note)}`),
    ...outcome.findings.map((finding) => `    ${findingText(finding, language)}`),
  ])
  return [
    ...report.warnings.map((warning) => text(say('report.warning', text(warning)))),
    ...checks,
    text(say(accepted(report) ? 'report.accepted' : 'report.refused')),
  ]
}
