import { read, write } from '@/api/call'
import { listParameters, type ListQuery, type ListResult } from '@/api/list'
import type { ItemRow } from '@/catalog/api'

export interface NamedId {
  id: string
  name: string
}
export type PlanState = 'draft' | 'submitted' | 'approved' | 'published' | 'discarded'
export interface PlanRow {
  id: string
  number: string
  year: number
  title: string
  state: PlanState
  currentNumber: number
  lines: number
  department: NamedId
  changedAt: string
}
export interface TargetFilter {
  kinds: string[]
  regionCodes: string[]
  tags: string[]
  riskClasses: string[]
}
export interface ItemRef {
  id: string
  itemId: string
  number: number
  code: string
  name: string
  category: string
  ratioCapBp?: number | null
  timesPerYear?: number | null
}
export interface Coverage {
  pool: number
  expected: number
  shareBp: number
  classes: { riskClass: string; pool: number; rateBp: number; expected: number }[]
}
export interface PlanLine {
  id: string
  position: number
  title: string
  category: string
  itemType: string
  items: ItemRef[]
  filter: TargetFilter
  ratesBp: Record<string, number>
  timesPerYear: number
  from: string
  to: string
  executing: NamedId
  body: string
  coverage: Coverage
  planned?: { pool: number; expected: number } | null
}
export interface PlanVersion {
  id: string
  number: number
  state: PlanState
  title: string
  lines: PlanLine[]
  reason: string
  draftedBy: NamedId
  approvedBy?: NamedId | null
  approvedAt?: string | null
  publishedAt?: string | null
  sentBack?: string | null
}
export interface PlanDetail {
  id: string
  number: string
  year: number
  version: number
  department: NamedId
  current: PlanVersion
  bindingNumber?: number | null
  versions: {
    number: number
    state: PlanState
    reason: string
    approvedAt?: string | null
    publishedAt?: string | null
  }[]
  allowedCommands: string[]
}
export interface LineForm {
  id?: string
  title: string
  category: string
  itemVersionIds: string[]
  filter: TargetFilter
  ratesBp: Record<string, number>
  timesPerYear: number
  from: string
  to: string
  executingId: string
  body: string
}
export interface PlanForm {
  title: string
  lines: LineForm[]
}

export const listPlans = (query: ListQuery, signal: AbortSignal) =>
  read<ListResult<PlanRow>>('/api/plans', listParameters(query), signal)
export const getPlan = (id: string, signal: AbortSignal) => read<PlanDetail>(`/api/plans/${id}`, {}, signal)
export const createPlan = (form: unknown, key: string) => write<PlanDetail>('/api/plans', form, key)
export const changePlan = (plan: PlanDetail, form: PlanForm, key: string) =>
  write<PlanDetail>(`/api/plans/${plan.id}/change-draft`, form, key, plan.version)

/** All items that have a version in force, for the lines. */
export async function listItemsInForce(signal: AbortSignal): Promise<ItemRow[]> {
  const found: ItemRow[] = []
  for (let page = 1; ; page++) {
    const answer = await read<ListResult<ItemRow>>('/api/items', { page, size: 200 }, signal)
    found.push(...answer.items)
    if (answer.items.length === 0 || found.length >= answer.total) break
  }
  return found.filter((item) => item.inForceId)
}

export function getCoverage(
  filter: TargetFilter,
  rates: Record<string, number>,
  signal: AbortSignal,
): Promise<Coverage> {
  const query = Object.fromEntries(['A', 'B', 'C', 'D', 'N'].map((name) => [`rate${name}`, rates[name] ?? 0]))
  return read('/api/plans/coverage', { ...filter, ...query }, signal)
}
