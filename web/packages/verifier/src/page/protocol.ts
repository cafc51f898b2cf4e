/** What the page and its worker say to each other. */
import type { Check, Status } from '../verify/report.ts'
import type { Language } from '../text/say.ts'
import type { OwnLine } from '../ownLine.ts'

export interface VerifyRequest {
  readonly kind: 'verify'
  readonly name: string
  readonly zip: ArrayBuffer
  readonly language: Language
  /** The fingerprint or the receipt that somebody kept; may be empty. */
  readonly kept: string
  /** Verifier keys of the log and of witnesses, one a line; may be empty. */
  readonly keys: string
  /** The whole log: a zip of a copy, or what stands at each path; none if it is not looked at. */
  readonly log?: { readonly name: string; readonly zip: ArrayBuffer } | ReadonlyMap<string, ArrayBuffer>
}

export interface OwnRequest {
  readonly kind: 'own'
  readonly unit: string
  readonly salt: string
}

export type Request = VerifyRequest | OwnRequest

/** A check as the page shows it. */
export interface ShownCheck {
  readonly check: Check
  readonly title: string
  readonly status: Status
  readonly statusText: string
  readonly notes: readonly string[]
  /** `V2 frame.csv.gz:17: …` */
  readonly findings: readonly string[]
}

export interface ShownReport {
  readonly accepted: boolean
  /** Whether the file is no transcript at all. */
  readonly unreadable: boolean
  readonly conclusion: string
  readonly warnings: readonly string[]
  readonly checks: readonly ShownCheck[]
  /** Whether the receipt of a party agrees; none if none was given. */
  readonly receipt?: boolean
  /** Whether a unit can look up its own line. */
  readonly targets: boolean
}

export type Answer =
  /** The worker is there, and needs nothing more from any server. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'begin'; readonly checks: readonly { readonly check: Check; readonly title: string }[] }
  | { readonly kind: 'running'; readonly check: Check; readonly share: number }
  | { readonly kind: 'done'; readonly check: Check; readonly status: Status; readonly statusText: string }
  | { readonly kind: 'report'; readonly report: ShownReport }
  | { readonly kind: 'own'; readonly line: OwnLine }
  /** What was typed cannot be read. */
  | { readonly kind: 'mistyped'; readonly field: 'kept' | 'keys' | 'log' | 'own'; readonly message: string }
