import { read, write } from '@/api/call'
import { listParameters, type ListQuery, type ListResult } from '@/api/list'

export interface ImportField {
  name: string
  title: string
  required: boolean
  note: string
  example: string
}
export interface ImportKind {
  name: string
  title: string
  fields: ImportField[]
}
export interface Counts {
  read: number
  added: number
  changed: number
  unchanged: number
  rejected: number
  warned: number
  findings: { code: string; title: string; rows: number }[]
}
export type ImportState = 'uploaded' | 'running' | 'done' | 'failed' | 'cancelled'
export interface ImportDetail {
  id: string
  number: string
  kind: ImportKind
  state: ImportState
  version: number
  fileName: string
  fileBytes: number
  fileSha256: string
  header: string[]
  mapping: Record<string, string>
  jobId?: string | null
  counts: Counts
  hasErrors: boolean
  failure: string
  startedBy: { id: string; name: string }
  createdAt: string
  endedAt?: string | null
  allowedCommands: string[]
}
export interface ImportRow {
  id: string
  number: string
  kind: string
  kindTitle: string
  state: ImportState
  fileName: string
  read: number
  rejected: number
  warned: number
  startedBy: { id: string; name: string }
  createdAt: string
}
export interface Issue {
  field: string
  value: string
  message: string
  fix: string
  warning: boolean
}
export interface Preview {
  mapping: Record<string, string>
  unusedColumns: string[]
  counts: Counts
  rows: { row: number; values: Record<string, string>; rejected: boolean; issues: Issue[] }[]
}
export interface Job {
  id: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  message: string
}

export const listKinds = (signal: AbortSignal) => read<ImportKind[]>('/api/imports/kinds', {}, signal)
export const listImports = (query: ListQuery, signal: AbortSignal) =>
  read<ListResult<ImportRow>>('/api/imports', listParameters(query), signal)
export const getImport = (id: string, signal?: AbortSignal) =>
  read<ImportDetail>(`/api/imports/${id}`, {}, signal)
export const getJob = (id: string, signal?: AbortSignal) => read<Job>(`/api/jobs/${id}`, {}, signal)
export const previewImport = (id: string, mapping: Record<string, string>, key: string) =>
  write<Preview>(`/api/imports/${id}/preview`, { mapping }, key)
export const startImport = (one: ImportDetail, mapping: Record<string, string>, key: string) =>
  write<ImportDetail>(`/api/imports/${one.id}/start`, { mapping }, key, one.version)
export const cancelImport = (id: string, key: string) =>
  write<ImportDetail>(`/api/imports/${id}/cancel`, {}, key)
export const templateAddress = (kind: string) => `/api/imports/templates/${encodeURIComponent(kind)}`
export const errorsAddress = (id: string) => `/api/imports/${id}/errors`

export function uploadImport(kind: string, file: File, key: string): Promise<ImportDetail> {
  const form = new FormData()
  form.append('kind', kind)
  form.append('file', file)
  return write<ImportDetail>('/api/imports', form, key)
}
