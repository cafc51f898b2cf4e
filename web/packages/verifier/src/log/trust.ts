/** Which keys are believed: those that the reader gives, or else those that the transcript names. */
import type { LogReport } from './logReport.ts'
import { LOG_KEYS, type TranscriptFiles } from '../files/transcriptFiles.ts'
import { policyOf, type Policy } from './note.ts'
import { readKeys, sameKey, type KeyType, type VerifierKey } from './key.ts'

/** Keys that a reader knows; none of a kind if the reader knows none. */
export interface Keys {
  readonly log: readonly VerifierKey[]
  readonly witnesses: readonly VerifierKey[]
}

export const NO_KEYS: Keys = { log: [], witnesses: [] }

/** Keys as somebody types them, one a line. */
export function typedKeys(text: string): Keys {
  const lines = text.split('\n').map((line) => line.trim())
  const keys = readKeys(
    lines
      .filter((line) => line !== '')
      .map((line) => `${line}\n`)
      .join(''),
  )
  return { log: ofType(keys, 'log'), witnesses: ofType(keys, 'witness') }
}

const ofType = (keys: readonly VerifierKey[], type: KeyType) => keys.filter((key) => key.type === type)

const texts = (keys: readonly VerifierKey[]): string => keys.map((key) => key.text).join(', ')

/** The policy; none if no key of the log is known. */
export function trustedPolicy(files: TranscriptFiles, given: Keys, report: LogReport): Policy | undefined {
  const named = report.attempt('V13', LOG_KEYS, 0, () => readKeys(files.text(LOG_KEYS))) ?? []
  const logs = ofType(named, 'log')
  const watching = ofType(named, 'witness')
  if (named.length > 0) compare(named, logs, given, report)
  const believed = given.log.length > 0 ? given.log : logs
  if (believed.length === 0) return undefined
  if (given.log.length === 0) report.note('V13', 'v13.own-key', texts(logs))
  if (given.witnesses.length === 0 && watching.length > 0) {
    report.note('V13', 'v13.own-witnesses', texts(watching))
  }
  const seeing = given.witnesses.length > 0 ? given.witnesses : watching
  return report.attempt('V13', LOG_KEYS, 0, () => policyOf(believed, seeing))
}

function compare(named: VerifierKey[], logs: VerifierKey[], given: Keys, report: LogReport): void {
  const inOrder = [...logs, ...ofType(named, 'witness')].every((key, i) => key === named[i])
  if (logs.length === 0 || !inOrder) report.fail('V13', LOG_KEYS, 1, 'v13.keys-order')
  else if (given.log.length > 0 && !logs.some((key) => given.log.some((g) => sameKey(g, key)))) {
    report.fail('V13', LOG_KEYS, 1, 'v13.other-key', texts(logs), texts(given.log))
  }
}
