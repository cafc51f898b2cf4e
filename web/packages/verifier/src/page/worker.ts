/** Verifies away from the page, which stays usable and can end this at any time. */
import type { Answer, Request, ShownCheck, ShownReport, VerifyRequest } from './protocol.ts'
import type { Keys } from '../log/trust.ts'
import type { Outcome, Report } from '../verify/report.ts'
import { accepted, CHECKS, findingText, statusText, title } from '../verify/report.ts'
import { BadLine } from '../targets/csv.ts'
import { inLanguage, Refusal, say, Unreadable, type Language, type Say } from '../text/say.ts'
import { ownLine } from '../ownLine.ts'
import { readReceipt, receiptHolds, type Receipt } from '../receipt.ts'
import { transcriptLogCheck } from '../log/transcriptLogCheck.ts'
import { typedKeys } from '../log/trust.ts'
import { Unsound } from '../log/unsound.ts'
import { verifyZip } from '../verify/verifier.ts'
import { WholeLog, zippedLog } from '../log/wholeLog.ts'
import { zipFiles } from '../files/zip.ts'

const tell = (answer: Answer) => postMessage(answer)

/** The transcript that was verified last. */
let last: VerifyRequest | undefined

onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'verify') verify(data)
  else own(data.unit, data.salt)
}

function verify(request: VerifyRequest): void {
  last = request
  const { language } = request
  const given = read(request)
  if (!given) return
  tell({
    kind: 'begin',
    checks: CHECKS.map((check) => ({ check, title: inLanguage(title(check), language) })),
  })
  const report = verifyZip(request.name, new Uint8Array(request.zip), {
    expectedHash: given.kept?.commitmentHash,
    log: transcriptLogCheck(given.keys, given.log),
    progress: {
      running: (check, share) => tell({ kind: 'running', check, share }),
      done: ({ check, status }) =>
        tell({ kind: 'done', check, status, statusText: inLanguage(statusText(status), language) }),
    },
  })
  tell({ kind: 'report', report: shown(report, request, given.kept) })
}

/** What else somebody has; none if it cannot be read, which is told. */
function read(request: VerifyRequest): { kept?: Receipt; keys: Keys; log?: WholeLog } | undefined {
  let field: 'kept' | 'keys' | 'log' = 'kept'
  try {
    const kept = request.kept.trim() === '' ? undefined : readReceipt(request.kept)
    field = 'keys'
    const keys = typedKeys(request.keys)
    field = 'log'
    return { kept, keys, log: wholeLog(request.log) }
  } catch (e) {
    tell({ kind: 'mistyped', field, message: messageOf(e, request.language) })
    return undefined
  }
}

function wholeLog(log: VerifyRequest['log']): WholeLog | undefined {
  if (!log) return undefined
  if ('zip' in log) return zippedLog(log.name, new Uint8Array(log.zip))
  return new WholeLog((path) => {
    const bytes = log.get(path)
    return bytes && new Uint8Array(bytes)
  })
}

function shown(report: Report, request: VerifyRequest, kept: Receipt | undefined): ShownReport {
  const text = (said: Say) => inLanguage(said, request.language)
  const unreadable = report.outcomes.some((o) => o.notes.some((note) => note.key === 'skip.unreadable'))
  return {
    accepted: accepted(report),
    unreadable,
    conclusion: text(say(accepted(report) ? 'report.accepted' : 'report.refused')),
    warnings: report.warnings.map(text),
    checks: report.outcomes.map((outcome) => shownCheck(outcome, request.language)),
    receipt: kept?.party && !unreadable ? holds(request, kept.party) : undefined,
    targets: !unreadable && report.outcomes[0].status === 'PASSED',
  }
}

const shownCheck = (outcome: Outcome, language: Language): ShownCheck => ({
  check: outcome.check,
  title: inLanguage(title(outcome.check), language),
  status: outcome.status,
  statusText: inLanguage(statusText(outcome.status), language),
  notes: outcome.notes.map((note) => inLanguage(note, language)),
  findings: outcome.findings.map((finding) => findingText(finding, language)),
})

const open = ({ name, zip }: VerifyRequest) => zipFiles(name, new Uint8Array(zip))

function holds(request: VerifyRequest, party: NonNullable<Receipt['party']>): boolean {
  try {
    return receiptHolds(open(request), party)
  } catch (e) {
    if (e instanceof Refusal || e instanceof Unreadable) return false
    throw e
  }
}

function own(unit: string, salt: string): void {
  if (!last) return
  try {
    tell({ kind: 'own', line: ownLine(open(last), unit.trim(), salt.replace(/\s+/g, '').toLowerCase()) })
  } catch (e) {
    tell({ kind: 'mistyped', field: 'own', message: messageOf(e, last.language) })
  }
}

/** What was refused, in words; anything else is a fault of this program. */
function messageOf(e: unknown, language: Language): string {
  if (e instanceof Refusal || e instanceof BadLine || e instanceof Unsound) return inLanguage(e.say, language)
  if (e instanceof Unreadable) return inLanguage(say('files.io', e.message), language)
  throw e
}

tell({ kind: 'ready' })
