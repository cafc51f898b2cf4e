import type { Schemas } from '@/api/description'

export type PoolPlan = Schemas['tasking.PoolPlan']
export type PoolNote = Schemas['tasking.NoteView']
export type PoolStratum = Schemas['tasking.StratumView']
export type BatchPeriod = PoolPlan['batches'][number]

const DAY = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Cuts a period into so many, one after the other, whose lengths differ by a day at most. */
export function cutPeriod(from: string, to: string, batches: number): BatchPeriod[] {
  const days = Math.round((at(to) - at(from)) / DAY) + 1
  const count = Math.max(1, Math.min(batches, days))
  return Array.from({ length: count }, (_, index) => ({
    from: dayOf(at(from) + Math.floor((index * days) / count) * DAY),
    to: dayOf(at(from) + (Math.floor(((index + 1) * days) / count) - 1) * DAY),
  }))
}

/** Which of a note's arguments are names of strata, by kind. */
const strata: Partial<Record<PoolNote['kind'], number[]>> = {
  'class-without-floor': [0],
  'low-rate-not-lowered': [0, 2],
  'key-rate-not-raised': [1],
}

/** The values of a note's text, `a0`, `a1` …; names of strata in words. */
export function noteValues(note: PoolNote, stratum: (name: string) => string): Record<string, string> {
  const named = strata[note.kind] ?? []
  return Object.fromEntries(
    note.arguments.map((value, index) => [`a${index}`, named.includes(index) ? stratum(value) : value]),
  )
}

/** Whether the pool can only be frozen with a reason. */
export const needsReason = (plan: PoolPlan | null | undefined): boolean =>
  Boolean(plan?.notes.some((note) => note.weight === 'needs-reason'))
