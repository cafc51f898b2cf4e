import { read } from '@/api/call'
import type { ListResult } from '@/api/list'
import type { InspectorChoice, ItemChoice, NamedId, PlanLine } from './api'

const MANY = 100

interface PlanRow {
  id: string
  number: string
}

interface Plan {
  number: string
  bindingNumber?: number | null
  current: {
    number: number
    title: string
    lines: Omit<PlanLine, 'planNumber' | 'planTitle'>[]
  }
}

interface ItemRow {
  code: string
  name: string
  targetKind: string
  department: NamedId
  inForceId?: string | null
}

/** Lines of plans whose present version is approved: tasks are opened from these only. */
export async function readPlanLines(): Promise<PlanLine[]> {
  const { items } = await read<ListResult<PlanRow>>('/api/plans', { size: MANY })
  const plans = await Promise.all(items.map((row) => read<Plan>(`/api/plans/${row.id}`)))
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
  const { items } = await read<ListResult<ItemRow>>('/api/items', { size: MANY })
  return items.flatMap(({ inForceId, code, name, targetKind }) =>
    inForceId ? [{ id: inForceId, code, name, targetKind }] : [],
  )
}

/** Inspectors who may be designated. */
export async function readInspectors(): Promise<InspectorChoice[]> {
  const { items } = await read<ListResult<InspectorChoice>>('/api/inspectors', { size: MANY })
  return items
}
