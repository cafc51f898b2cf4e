import type { Check, Finding } from './report.ts'
import type { Commitment } from '../commitment.ts'
import type { Json } from '../json/json.ts'
import type { Reveals } from '../documents.ts'
import type { TranscriptFiles } from '../files/transcriptFiles.ts'
import { say, type Say } from '../text/say.ts'

/** What a transcript states, as far as it could be read. */
export interface Stated {
  /** Its files, `log/` among them. */
  readonly files: TranscriptFiles
  readonly commitment: Commitment
  readonly commitmentHash: string
  readonly reveals?: Reveals
  /** Of the substitute rounds, from 1 without gaps. */
  readonly inputs: readonly Json[]
  /** Of all rounds. */
  readonly results?: readonly Json[]
}

/** Something said of a check that is no fault. */
export interface Remark {
  readonly check: Check
  readonly say: Say
}

/** What the transparency log adds: V6, V13, V14, the times of V7 and the order of V11. */
export interface LogFindings {
  readonly findings: readonly Finding[]
  /** What a reader should know or compare. */
  readonly notes: readonly Remark[]
  /** Which of these checks could not be made, and why. */
  readonly notChecked: readonly Remark[]
  /** How many witnesses have cosigned every checkpoint. */
  readonly cosignatures: number
}

export type LogCheck = (stated: Stated) => LogFindings

/** What is said where there is no log. */
export const NO_LOG: LogFindings = {
  findings: [],
  notes: [
    { check: 'V7', say: say('skip.no-log-time') },
    { check: 'V11', say: say('skip.no-log-order') },
  ],
  notChecked: (['V6', 'V13', 'V14'] as const).map((check) => ({ check, say: say('skip.no-log') })),
  cosignatures: 0,
}
