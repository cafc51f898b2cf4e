import type { Commitment } from '../commitment.ts'
import type { Findings } from './findings.ts'
import type { TranscriptFiles } from '../files/transcriptFiles.ts'

/** What the transparency log adds: V6, V13, V14, the times of V7 and the order of V11. Returns the cosignatures that hold. */
export type LogCheck = (
  files: TranscriptFiles,
  commitment: Commitment,
  commitmentHash: string,
  findings: Findings,
) => number
