import { read, readPage } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'

export type DueDay = Schemas['calendar.DueDate']
export type Report = Schemas['results.ReportDetail']
export type ReportText = Schemas['results.Text']
export type ResultRow = Schemas['results.ResultListRow']
export type Result = Schemas['results.ResultDetail']
export type Statement = Schemas['results.Statement']
export type Revision = Schemas['results.RevisionView']
export type Correction = Schemas['results.Correction']

export const listReports = (query: ListQuery, signal: AbortSignal) => readPage('/api/reports', query, signal)
export const getReport = (id: string, signal: AbortSignal) =>
  read('/api/reports/{id}', { path: { id }, signal })
export const listResults = (query: ListQuery, signal: AbortSignal) => readPage('/api/results', query, signal)
export const getResult = (id: string, signal: AbortSignal) =>
  read('/api/results/{id}', { path: { id }, signal })
