import type { Option } from '@/shared/form/field'
import type { Department } from './api'

export interface Node {
  department: Department
  depth: number
}

/** The tree from the top down, each level in its own order; what has no known parent stands at the top. */
export function tree(departments: readonly Department[]): Node[] {
  const known = new Set(departments.map((one) => one.id))
  const below = (parent: string | null, depth: number): Node[] =>
    departments
      .filter((one) => (one.parentId && known.has(one.parentId) ? one.parentId : null) === parent)
      .sort((a, b) => a.sort - b.sort || a.name.localeCompare(b.name, 'zh-CN'))
      .flatMap((department) => [{ department, depth }, ...below(department.id, depth + 1)])
  return below(null, 0)
}

export const sectionOptions = (departments: readonly Department[]): Option[] =>
  tree(departments).map(({ department, depth }) => ({
    value: department.id,
    label: `${'　'.repeat(depth)}${department.name}`,
  }))
