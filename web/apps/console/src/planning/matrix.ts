import { addressOf, read } from '@/api/call'
import type { Schemas } from '@/api/description'

export type Matrix = Schemas['planning.MatrixView']
export type MatrixRow = Schemas['planning.DepartmentRow']
export type Batch = Schemas['planning.BatchView']

export interface MatrixQuestion {
  year: number
  /** A division, or empty for all. */
  region: string
  /** Only what is approved. */
  binding: boolean
}

const queryOf = ({ year, region, binding }: MatrixQuestion) => ({
  year,
  region: region || undefined,
  binding,
})
export const getMatrix = (question: MatrixQuestion, signal: AbortSignal) =>
  read('/api/plans/matrix', { query: queryOf(question), signal })
export function matrixAddress({ year, region, binding }: MatrixQuestion): string {
  const query = new URLSearchParams({ year: String(year), binding: String(binding) })
  if (region) query.set('region', region)
  return `${addressOf('/api/plans/matrix.xlsx')}?${query}`
}

export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
export const binds = (batch: Batch) => batch.state === 'approved' || batch.state === 'published'
const monthOf = (day: string) => Number(day.slice(5, 7))
/** First and last month of a batch. */
export const span = (batch: Batch) => ({ first: monthOf(batch.from), last: monthOf(batch.to) })

/** A row of bars that do not cover each other. */
export interface Bar {
  batch: Batch
  /** Its line within the row of the department, from 0. */
  lane: number
}

/** Lays batches into as few lines as it takes, earliest first. */
export function lanes(batches: readonly Batch[]): Bar[] {
  const ends: number[] = []
  return [...batches]
    .sort((a, b) => span(a).first - span(b).first || span(b).last - span(a).last)
    .map((batch) => {
      const { first, last } = span(batch)
      const free = ends.findIndex((end) => end < first)
      const lane = free === -1 ? ends.length : free
      ends[lane] = last
      return { batch, lane }
    })
}

/** What a department has in a month. */
export const inMonth = (batches: readonly Batch[], month: number) =>
  batches.filter((one) => span(one).first <= month && month <= span(one).last)
