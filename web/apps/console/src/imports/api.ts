import { addressOf, read, readPage, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'

export type ImportRow = Schemas['imports.ImportRow']
export type ImportState = ImportRow['state']
export type ImportDetail = Schemas['imports.ImportView']
export type ImportKind = Schemas['imports.KindView']
export type ImportField = Schemas['imports.FieldView']
export type Counts = Schemas['imports.CountsView']
export type Preview = Schemas['imports.PreviewView']
export type Issue = Schemas['imports.IssueView']
export type Job = Schemas['kernel.JobView']

export const listKinds = (signal: AbortSignal) => read('/api/imports/kinds', { signal })
export const listImports = (query: ListQuery, signal: AbortSignal) => readPage('/api/imports', query, signal)
export const getImport = (id: string, signal?: AbortSignal) =>
  read('/api/imports/{id}', { path: { id }, signal })
export const getJob = (id: string, signal?: AbortSignal) => read('/api/jobs/{id}', { path: { id }, signal })
export const previewImport = (id: string, mapping: Record<string, string>, key: string) =>
  write('/api/imports/{id}/preview', { path: { id }, body: { mapping }, key })
export const startImport = ({ id, version }: ImportDetail, mapping: Record<string, string>, key: string) =>
  write('/api/imports/{id}/start', { path: { id }, body: { mapping }, key, version })
export const cancelImport = (id: string, key: string) =>
  write('/api/imports/{id}/cancel', { path: { id }, key })
export const templateAddress = (kind: string) => addressOf('/api/imports/templates/{kind}', { kind })
export const errorsAddress = (id: string) => addressOf('/api/imports/{id}/errors', { id })

export function uploadImport(kind: string, file: File, key: string): Promise<ImportDetail> {
  const body = new FormData()
  body.append('file', file)
  return write('/api/imports', { query: { kind }, body, key })
}
