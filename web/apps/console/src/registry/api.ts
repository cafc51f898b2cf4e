import { addressOf, read, readPage, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'

export type TargetRow = Schemas['registry.TargetRow']
export type TargetDetail = Schemas['registry.TargetDetail']
export type TargetContent = Schemas['registry.TargetContentRequest']
export type Change = Schemas['registry.ChangeView']
export type Summary = Schemas['registry.Summary']
/** How often a target was drawn in a year; a merged visit counts once. */
export type Burden = Schemas['burden.BurdenView']
export type InspectorRow = Schemas['registry.InspectorRow']
export type InspectorDetail = Schemas['registry.InspectorDetail']
export type InspectorContent = Schemas['registry.InspectorContentRequest']

export const listTargets = (query: ListQuery, signal: AbortSignal) => readPage('/api/targets', query, signal)
export const getSummary = (signal: AbortSignal) => read('/api/targets/summary', { signal })
export const getTarget = (id: string, signal?: AbortSignal) =>
  read('/api/targets/{id}', { path: { id }, signal })
export const getBurden = (id: string, signal: AbortSignal) =>
  read('/api/targets/{id}/burden', { path: { id }, signal })
export const addTarget = (body: Schemas['registry.AddRequest'], key: string) =>
  write('/api/targets', { body, key })
export const changeTarget = (
  { id, version }: TargetDetail,
  body: Schemas['registry.TargetChangeRequest'],
  key: string,
) => write('/api/targets/{id}/change', { path: { id }, body, key, version })
export const tagTargets = (on: boolean, body: Schemas['registry.TagRequest'], key: string) =>
  write(on ? '/api/targets/tag' : '/api/targets/untag', { body, key })
export const showContact = (id: string, reason: string, key: string) =>
  write('/api/targets/{id}/show-contact', { path: { id }, body: { reason }, key })

/** The whole list as it is filtered: page and order are not asked for. */
export function exportAddress({ q, filters }: ListQuery): string {
  const asked = Object.entries({ q: q.trim(), ...filters }).filter(([, value]) => value.length > 0)
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))
  return `${addressOf('/api/targets/export')}?${query.toString()}`
}

export const listInspectors = (query: ListQuery, signal: AbortSignal) =>
  readPage('/api/inspectors', query, signal)
export const getInspector = (id: string, signal: AbortSignal) =>
  read('/api/inspectors/{id}', { path: { id }, signal })
export const addInspector = (body: InspectorContent, key: string) => write('/api/inspectors', { body, key })
export const changeInspector = (
  { inspector: { id }, version }: InspectorDetail,
  body: Schemas['registry.InspectorChangeRequest'],
  key: string,
) => write('/api/inspectors/{id}/change', { path: { id }, body, key, version })
export const removeLeave = (id: string, leaveId: string, key: string) =>
  write('/api/inspectors/{id}/leave/{leaveId}/remove', { path: { id, leaveId }, key })
