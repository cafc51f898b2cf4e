import type { Tone } from '../tone'

export interface Status {
  text: string
  tone?: Tone
}

/** One line of the facts grid; the slot `fact-<key>` may draw its value. */
export interface Fact {
  key: string
  label: string
  value?: string | number | null
  /** Takes the whole row. */
  wide?: boolean
  clause?: string
  /** Codes and numbers, in equal-width figures. */
  mono?: boolean
}

/** One tab; the slot `tab-<name>` draws it. */
export interface Tab {
  name: string
  label: string
  count?: number
}

/** One entry of the history, newest first. */
export interface HistoryEntry {
  id: string
  at: string
  who: string
  what: string
  note?: string
  clause?: string
  tone?: Tone
}
