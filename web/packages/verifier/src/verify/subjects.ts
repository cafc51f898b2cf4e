import type { Findings } from './findings.ts'
import type { Inputs } from './inputs.ts'
import type { PublicSource } from '../documents.ts'
import type { Json } from '../json/json.ts'
import type { Say } from '../text/say.ts'
import type { Suite, Tickets } from '../suite/suite.ts'
import type { TranscriptFiles } from '../files/transcriptFiles.ts'

/** What the checks of one run share. */
export interface Context {
  readonly suite: Suite
  readonly files: TranscriptFiles
  readonly inputs: Inputs
  readonly findings: Findings
  /** Is told how far the recomputation has come, 0 to 1. */
  readonly advance: (share: number) => void
}

/** The checks that depend on what is drawn, targets or inspectors. */
export interface Subjects {
  /** Reads the files of this purpose (V1, V2). */
  read(): void

  /** Checks lists, sizes, roots, quotas (V2, V3, V4). */
  lists(): void

  /** Number of round inputs that could be read, from 1 without gaps. */
  readonly inputs: number

  /** Public sources that the input of a round declares. */
  sources(r: number): readonly PublicSource[]

  /** The result's drawId and rounds, round 0 first; none if it cannot be read. */
  readonly result: { readonly draw: string; readonly rounds: readonly Json[] } | undefined

  /** Whether V10 can be made: everything it needs was read. */
  readonly drawable: boolean

  /** Recomputes a round (V10) after checking its input (V11); false if the next rounds make no sense. */
  round(r: number, tickets: Tickets): boolean

  /** Whether an opened token belongs to this draw; undefined if that cannot be told. */
  knows(token: string): boolean | undefined

  /** Warning about slots with one eligible person. */
  singleChoice(): Say | undefined

  /** Number of drawn units that neither these tokens open nor a reason explains. */
  unopened(opened: ReadonlySet<string>): number
}
