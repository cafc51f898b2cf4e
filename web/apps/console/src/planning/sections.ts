import type { NamedId } from '@/api/description'
import type { ItemRow } from '@/catalog/api'
import type { PlanDetail } from './api'

/**
 * Sections that may carry out a line. Only administrators and auditors may read the whole organisation; others choose among
 * the sections that they meet anyway: their own, those of the plan and those in charge of items.
 */
export function sectionsFor(
  plan: PlanDetail,
  items: readonly ItemRow[],
  departments: readonly NamedId[],
  own?: NamedId,
): NamedId[] {
  const all = [
    ...(own ? [own] : []),
    plan.department,
    ...plan.current.lines.map((line) => line.executing),
    ...items.map((item) => item.department),
    ...departments,
  ]
  return [...new Map(all.map((one) => [one.id, { id: one.id, name: one.name }])).values()]
}
