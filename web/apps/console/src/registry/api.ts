import { read, write } from '@/api/call'
import { listParameters, type ListQuery, type ListResult } from '@/api/list'

export interface NamedId {
  id: string
  name: string
}
export interface TargetRow {
  id: string
  unitId: string
  name: string
  kind: string
  regionCode: string
  region: string
  riskClass: string
  tags: string[]
  status: string
  responsiblePerson?: string | null
  contact?: string | null
  complete: boolean
  warnings: string[]
  updatedAt: string
}
export interface Change {
  at: string
  by: string
  importId?: string | null
  reason: string
  changes: Record<string, unknown[]>
}
export interface TargetDetail extends TargetRow {
  address: string
  version: number
  history: Change[]
  allowedCommands: string[]
}
export interface Summary {
  active: number
  perRiskClass: Record<string, number>
  incomplete: number
  warned: number
  inactive: number
}
/** How often a target was drawn in a year; a merged visit counts once. */
export interface Burden {
  year: number
  times: number
  marks: { day: string; source: 'draw' | 'take-over'; ref: string; items: NamedId[] }[]
}
export interface InspectorRow {
  id: string
  name: string
  sex: string
  post: string
  department?: NamedId | null
  licenceNumber: string
  licenceUntil: string
  licence: 'valid' | 'expiring' | 'expired'
  qualifications: string[]
  active: boolean
}
export interface InspectorDetail {
  inspector: InspectorRow
  account?: NamedId | null
  login?: string | null
  leave: { id: string; from: string; to: string; reason: string }[]
  interests: { targetId: string; unitId: string; targetName: string; reason: string; declaredAt: string }[]
  history: Change[]
  version: number
  allowedCommands: string[]
}

export const listTargets = (query: ListQuery, signal: AbortSignal) =>
  read<ListResult<TargetRow>>('/api/targets', listParameters(query), signal)
export const getSummary = (signal: AbortSignal) => read<Summary>('/api/targets/summary', {}, signal)
export const getTarget = (id: string, signal?: AbortSignal) =>
  read<TargetDetail>(`/api/targets/${id}`, {}, signal)
export const getBurden = (id: string, signal: AbortSignal) =>
  read<Burden>(`/api/targets/${id}/burden`, {}, signal)
export const addTarget = (form: unknown, key: string) => write<TargetDetail>('/api/targets', form, key)
export const changeTarget = (target: TargetDetail, form: unknown, key: string) =>
  write<TargetDetail>(`/api/targets/${target.id}/change`, form, key, target.version)
export const tagTargets = (on: boolean, form: { ids: string[]; tag: string; reason: string }, key: string) =>
  write<{ changed: number }>(`/api/targets/${on ? 'tag' : 'untag'}`, form, key)
export const showContact = (id: string, reason: string, key: string) =>
  write<{ contact?: string | null }>(`/api/targets/${id}/show-contact`, { reason }, key)

/** The whole list as it is filtered: page and order are not asked for. */
export function exportAddress({ q, filters }: ListQuery): string {
  const asked = Object.entries({ q: q.trim(), ...filters }).filter(([, value]) => value.length > 0)
  return `/api/targets/export?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()}`
}

export const listInspectors = (query: ListQuery, signal: AbortSignal) =>
  read<ListResult<InspectorRow>>('/api/inspectors', listParameters(query), signal)
export const getInspector = (id: string, signal: AbortSignal) =>
  read<InspectorDetail>(`/api/inspectors/${id}`, {}, signal)
export const addInspector = (form: unknown, key: string) =>
  write<InspectorDetail>('/api/inspectors', form, key)
export const changeInspector = ({ inspector, version }: InspectorDetail, form: unknown, key: string) =>
  write<InspectorDetail>(`/api/inspectors/${inspector.id}/change`, form, key, version)
export const removeLeave = (id: string, leaveId: string, key: string) =>
  write<InspectorDetail>(`/api/inspectors/${id}/leave/${leaveId}/remove`, {}, key)
