import { read, readPage } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'

export type EntryRow = Schemas['audit.EntryRow']
export type EntryDetail = Schemas['audit.EntryDetail']
export type EntryType = Schemas['audit.EntryType']

export const pageEntries = (query: ListQuery, signal: AbortSignal) =>
  readPage('/api/audit/entries', query, signal)
export const getEntry = (id: string, signal: AbortSignal) =>
  read('/api/audit/entries/{id}', { path: { id }, signal })
export const listTypes = (signal: AbortSignal) => read('/api/audit/types', { signal })
