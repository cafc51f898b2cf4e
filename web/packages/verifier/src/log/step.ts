import type { Checkpoint } from './note.ts'
import type { Json } from '../json/json.ts'
import type { LogEntry } from './entry.ts'
import { step as stepFile } from '../files/transcriptFiles.ts'

/** The steps of a draw that are in the log, by the type of their entries. */
export const STEP_TYPES = [
  'draw-committed',
  'draw-revealed',
  'draw-public',
  'draw-opened',
  'draw-round',
  'draw-drawn',
  'draw-void',
] as const

export type StepType = (typeof STEP_TYPES)[number]

export const stepType = (type: string): StepType | undefined => STEP_TYPES.find((known) => known === type)

/** A step whose entry is shown to be in the log. */
export interface Step {
  readonly type: StepType
  readonly entry: LogEntry
  /** Of the entry. */
  readonly bytes: Uint8Array
  readonly payload: Json
  /** Under which it is proved. */
  readonly checkpoint: Checkpoint
}

export const seqOf = (step: Step): bigint => step.entry.seq

/** A member of its payload, if it has it. */
export const memberOf = ({ payload }: Step, name: string): Json | undefined =>
  payload instanceof Map ? payload.get(name) : undefined

/** Where a finding about the entry shows. */
export const fileOf = (step: Step): string => stepFile(step.entry.seq, 'entry.json')
