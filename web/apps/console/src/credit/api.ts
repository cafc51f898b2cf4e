import { addressOf, read, readPage, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'

export type Scorecards = Schemas['credit.ScorecardsView']
export type ScorecardRow = Schemas['credit.ScorecardRow']
export type ScorecardDetail = Schemas['credit.ScorecardDetail']
export type Content = ScorecardDetail['content']
export type Indicator = Content['indicators'][number]
export type Run = Schemas['credit.RunView']
export type CreditCard = Schemas['credit.CreditCard']
export type Term = Schemas['credit.TermView']
export type ListEntry = Schemas['credit.ListEntryView']
export type NewEntry = Schemas['credit.NewEntry']
export type Warning = Schemas['credit.WarningRow']
export type Evaluation = Schemas['credit.EvaluationView']
export type Rate = Schemas['credit.RateView']
export type Job = Schemas['kernel.JobView']

export const listScorecards = (signal: AbortSignal) => read('/api/credit/scorecards', { signal })
export const getScorecard = (id: string, signal?: AbortSignal) =>
  read('/api/credit/scorecards/{id}', { path: { id }, signal })
export const draftScorecard = (reason: string, key: string) =>
  write('/api/credit/scorecards', { body: { reason }, key })
export const tryScorecard = (id: string, version: number, key: string) =>
  write('/api/credit/scorecards/{id}/try', { path: { id }, version, key })
export const computeClasses = (key: string) => write('/api/credit/runs', { key })
export const getJob = (id: string, signal?: AbortSignal) => read('/api/jobs/{id}', { path: { id }, signal })
export const cancelJob = (id: string, key: string) => write('/api/jobs/{id}/cancel', { path: { id }, key })

export const getCard = (id: string, signal: AbortSignal) =>
  read('/api/credit/targets/{id}', { path: { id }, signal })
export const findTargets = async (q: string, signal: AbortSignal) =>
  (await readPage('/api/targets', { page: 1, size: 20, q, sort: [], filters: {} }, signal)).items

export const listEntries = (query: ListQuery, signal: AbortSignal) =>
  readPage('/api/credit/lists', query, signal)
export const countLists = (signal: AbortSignal) => read('/api/credit/lists/counts', { signal })
export const enterOnList = (body: NewEntry, key: string) => write('/api/credit/lists', { body, key })
export const endEntry = ({ id, version }: ListEntry, reason: string, key: string) =>
  write('/api/credit/lists/{id}/end', { path: { id }, body: { reason }, version, key })

export const listWarnings = (query: ListQuery, signal: AbortSignal) =>
  readPage('/api/credit/warnings', query, signal)
export const settleWarning = (id: string, note: string, key: string) =>
  write('/api/credit/warnings/{id}/settle', { path: { id }, body: { note }, key })

export const evaluate = (from: string, until: string, signal: AbortSignal) =>
  read('/api/credit/evaluation', {
    query: { from: from || undefined, until: until || undefined },
    signal,
  })
export const evaluationAddress = (from: string, until: string): string =>
  `${addressOf('/api/credit/evaluation/export')}?${new URLSearchParams({ from, until }).toString()}`

/** Credit records for others; the purpose goes on record. */
export const recordsAddress = (values: Record<string, string>): string =>
  `${addressOf('/api/credit/records/export')}?${new URLSearchParams(values).toString()}`
