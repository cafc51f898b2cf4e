import type { NamedId } from '@/api/description'
import type { ItemRow } from '@/catalog/api'
import type { PlanDetail } from './api'

/**
 * Sections that may carry out a line: all of the bureau, those first that the plan and the items are about.
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
