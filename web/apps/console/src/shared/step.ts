export interface Step {
  key: string
  label: string
  state: 'done' | 'current' | 'todo' | 'skipped' | 'failed'
  /** Instant it was done. */
  at?: string
  by?: string
  note?: string
}
