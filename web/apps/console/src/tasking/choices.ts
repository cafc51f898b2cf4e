import { read } from '@/api/call'
import type { InspectorChoice, ItemChoice, PlanLine } from './api'

const MANY = 100

/** Lines of plans whose present version is approved: tasks are opened from these only. */
export async function readPlanLines(): Promise<PlanLine[]> {
  const { items } = await read('/api/plans', { query: { size: MANY } })
  const plans = await Promise.all(items.map(({ id }) => read('/api/plans/{id}', { path: { id } })))
  return plans
    .filter((plan) => plan.bindingNumber === plan.current.number)
    .flatMap((plan) =>
      plan.current.lines.map((line) => ({
        ...line,
        planNumber: plan.number,
        planTitle: plan.current.title,
      })),
    )
}

/** Items in force today. */
export async function readItems(): Promise<ItemChoice[]> {
  const { items } = await read('/api/items', { query: { size: MANY } })
  return items.flatMap(({ inForceId, code, name }) => (inForceId ? [{ id: inForceId, code, name }] : []))
}

/** Inspectors who may be designated. */
export async function readInspectors(): Promise<InspectorChoice[]> {
  const { items } = await read('/api/inspectors', { query: { size: MANY } })
  return items
}
