import { read, readPage, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'
import type { ItemRow } from '@/catalog/api'

export type PlanRow = Schemas['planning.PlanRow']
export type PlanState = PlanRow['state']
export type PlanDetail = Schemas['planning.PlanDetail']
export type PlanVersion = Schemas['planning.VersionView']
export type PlanLine = Schemas['planning.LineView']
export type ItemRef = Schemas['planning.ItemRef']
export type Coverage = Schemas['planning.Coverage']
export type TargetFilter = Schemas['registry.TargetFilter']
export type NewPlan = Schemas['planning.NewPlan']
export type ArrangementForm = Schemas['planning.ArrangementForm'] & {
  participants: string[]
  handling: PlanLine['arrangement']['handling']
  weights: Record<string, number>
  methods: PlanLine['arrangement']['methods']
  visitsPerDay: number
}
export type LineForm = Schemas['planning.LineForm'] & {
  filter: TargetFilter
  counts: Record<string, number>
  arrangement: ArrangementForm
}
export type PlanForm = Schemas['planning.Draft'] & { lines: LineForm[] }

export const listPlans = (query: ListQuery, signal: AbortSignal) => readPage('/api/plans', query, signal)
export const getPlan = (id: string, signal?: AbortSignal) => read('/api/plans/{id}', { path: { id }, signal })
export const createPlan = (body: NewPlan, key: string) => write('/api/plans', { body, key })
export const changePlan = (
  { id, version }: PlanDetail,
  body: PlanForm,
  key: string,
  command: 'change-draft' | 'change-joint-draft' = 'change-draft',
) => write(`/api/plans/{id}/${command}`, { path: { id }, body, key, version })

/** All items that have a version in force, for the lines. */
export async function listItemsInForce(signal: AbortSignal): Promise<ItemRow[]> {
  const found: ItemRow[] = []
  for (let page = 1; ; page++) {
    const answer = await read('/api/items', { query: { page, size: 200 }, signal })
    found.push(...answer.items)
    if (answer.items.length === 0 || found.length >= answer.total) break
  }
  return found.filter((item) => item.inForceId)
}
