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
export type Expert = Schemas['registry.ExpertView']
export type ExpertContent = Schemas['registry.ExpertContentRequest']
/** Inspections ahead of an inspector, on a day. */
export interface Workload {
  today: string
  visits: { id: string; number: string; targetName: string; from: string; to: string }[]
}

export const listTargets = (query: ListQuery, signal: AbortSignal) => readPage('/api/targets', query, signal)
export const getSummary = (signal: AbortSignal) => read('/api/targets/summary', { signal })
export const getTarget = (id: string, signal?: AbortSignal) =>
  read('/api/targets/{id}', { path: { id }, signal })
export type Kind = Schemas['registry.KindView']
export const getKinds = (signal: AbortSignal) => read('/api/targets/kinds', { signal })
export const getBurden = (id: string, signal: AbortSignal) =>
  read('/api/targets/{id}/burden', { path: { id }, signal })
export type ConfirmationState = Schemas['registry.ConfirmationState']
export type Confirmation = Schemas['registry.ConfirmationView']
export const getConfirmation = (registry: 'targets' | 'inspectors', signal: AbortSignal) =>
  read(registry === 'targets' ? '/api/targets/confirmation' : '/api/inspectors/confirmation', { signal })
export const confirmRegistry = (registry: 'targets' | 'inspectors', note: string, key: string) =>
  write(registry === 'targets' ? '/api/targets/confirm' : '/api/inspectors/confirm', { body: { note }, key })

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

/** A registry by standard: a rule that keeps itself up to date. */
export type Register = Schemas['registry.SubRegistryView']
export type RegisterForm = Schemas['registry.SubRegistryRequest']
export const getRegisters = (signal: AbortSignal) => read('/api/targets/registers', { signal })
export const addRegister = (body: RegisterForm, key: string) => write('/api/targets/registers', { body, key })
export const changeRegister = ({ id, version }: Register, body: RegisterForm, key: string) =>
  write('/api/targets/registers/{id}/change', { path: { id }, body, key, version })
export const removeRegister = ({ id, version }: Register, key: string) =>
  write('/api/targets/registers/{id}/remove', { path: { id }, key, version })

export type SavedList = Schemas['registry.SavedListView']
export type TargetFilter = Schemas['registry.FilterForm']
export type Job = Schemas['kernel.JobView']

/** The filters of a list as the platform takes them with a whole list. */
export function filterOf({ q, filters }: ListQuery): TargetFilter {
  const text = (name: string) => (filters[name] as string | undefined) || null
  const yesno = (name: string) => (text(name) === null ? null : text(name) === 'true')
  return {
    q: q.trim() || null,
    kind: text('kind'),
    region: text('region'),
    riskClass: text('riskClass'),
    tag: text('tag'),
    status: text('status'),
    complete: yesno('complete'),
    warned: yesno('warned'),
    detail: text('detail'),
    register: text('register'),
  }
}

/** The question of a list that was kept. */
export function queryOf(saved: SavedList, size: number): ListQuery {
  const { q, ...rest } = saved.filter
  const filters = Object.fromEntries(
    Object.entries(rest)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )
  return { page: 1, size, sort: saved.sort === '' ? [] : [saved.sort], q: q ?? '', filters }
}

/** How many targets a filter leaves. */
export function countTargets(filter: TargetFilter) {
  const asked = Object.entries(filter).filter(([, value]) => value !== null)
  return read('/api/targets/count', { query: Object.fromEntries(asked) as { q?: string } })
}
export const startExport = (body: Schemas['registry.ExportRequest'], key: string) =>
  write('/api/targets/exports', { body, key })
export const exportAddress = (id: string) => addressOf('/api/targets/exports/{id}/file', { id })
export const startTagging = (body: Schemas['registry.TaggingRequest'], key: string) =>
  write('/api/targets/taggings', { body, key })
export const getTagging = (id: string) => read('/api/targets/taggings/{id}', { path: { id } })
export const getJob = (id: string, signal?: AbortSignal) => read('/api/jobs/{id}', { path: { id }, signal })
export const cancelJob = (id: string, key: string) => write('/api/jobs/{id}/cancel', { path: { id }, key })
export const getSavedLists = (signal: AbortSignal) => read('/api/targets/lists', { signal })
export const keepList = (body: Schemas['registry.SavedListRequest'], key: string) =>
  write('/api/targets/lists', { body, key })
export const removeList = (id: string, key: string) =>
  write('/api/targets/lists/{id}/remove', { path: { id }, key })

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

const AHEAD = 200
/** Inspections of an inspector that are not over yet. */
export async function getWorkload(inspector: string, signal: AbortSignal): Promise<Workload> {
  const page = await read('/api/visits', { query: { inspector, open: true, size: AHEAD }, signal })
  const today = new Date()
  const local = new Date(today.getTime() - today.getTimezoneOffset() * 60_000)
  return { today: local.toISOString().slice(0, 10), visits: page.items }
}

export const listExperts = (query: ListQuery, signal: AbortSignal) => readPage('/api/experts', query, signal)
export const addExpert = (body: ExpertContent, key: string) => write('/api/experts', { body, key })
export const changeExpert = (
  { id, version }: Expert,
  body: Schemas['registry.ExpertChangeRequest'],
  key: string,
) => write('/api/experts/{id}/change', { path: { id }, body, key, version })

/** Two targets that are probably one. */
export type Duplicate = Schemas['registry.DuplicateRow']
export type DuplicateRunState = Schemas['registry.DuplicateRunState']
export const listDuplicates = (query: ListQuery, signal: AbortSignal) =>
  readPage('/api/duplicates', query, signal)
export const getDuplicateRun = (signal?: AbortSignal) => read('/api/duplicates/run', { signal })
export const searchDuplicates = (key: string) => write('/api/duplicates/search', { key })
export const dismissDuplicate = ({ id, version }: Duplicate, reason: string, key: string) =>
  write('/api/duplicates/{id}/dismiss', { path: { id }, body: { reason }, key, version })
export const reconsiderDuplicate = ({ id, version }: Duplicate, reason: string, key: string) =>
  write('/api/duplicates/{id}/reconsider', { path: { id }, body: { reason }, key, version })

/** Two targets side by side, field by field. */
export type Comparison = Schemas['registry.ComparisonView']
export type ComparedTarget = Schemas['registry.ComparedTarget']
export type ComparedField = Schemas['registry.ComparedField']
export type TargetMergers = Schemas['registry.TargetMergers']
export type Merger = Schemas['registry.MergerView']
export const compareTargets = (id: string, otherId: string, signal: AbortSignal) =>
  read('/api/targets/{id}/beside/{otherId}', { path: { id, otherId }, signal })
export const getMergers = (id: string, signal: AbortSignal) =>
  read('/api/targets/{id}/mergers', { path: { id }, signal })
export const mergeTargets = (
  { id, version }: ComparedTarget,
  body: Schemas['registry.MergeRequest'],
  key: string,
) => write('/api/targets/{id}/merge', { path: { id }, body, key, version })
export const separateTargets = ({ id, version }: Merger, reason: string, key: string) =>
  write('/api/mergers/{id}/separate', { path: { id }, body: { reason }, key, version })
