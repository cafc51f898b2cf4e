import type { Option } from '@/shared/form/field'
import type { Department } from './api'

export interface Node {
  department: Department
  depth: number
}

/** The tree from the top down, each level in its own order; what has no known parent stands at the top. */
export function tree(departments: readonly Department[]): Node[] {
  const known = new Set(departments.map((one) => one.id))
  const children = new Map<string | null, Department[]>()
  for (const one of departments) {
    const parent = one.parentId && known.has(one.parentId) ? one.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), one])
  }
  const below = (parent: string | null, depth: number): Node[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => a.sort - b.sort || a.name.localeCompare(b.name, 'zh-CN'))
      .flatMap((department) => [{ department, depth }, ...below(department.id, depth + 1)])
  return below(null, 0)
}

export const isGovernment = ({ kind }: Department) => kind === 'government'
export const isSection = ({ kind }: Department) => kind === 'section'

/** A city with its departments; otherwise all are the sections of one bureau. */
export const isCity = (departments: readonly Department[]) => departments.some(isGovernment)

/** Each department's name, a section's with that of the department it is in: many of a city have a 法规科. */
export function fullNames(departments: readonly Department[]): Map<string, string> {
  const byId = new Map(departments.map((one) => [one.id, one]))
  const full = (one: Department): string => {
    const above = one.parentId ? byId.get(one.parentId) : undefined
    return isSection(one) && above ? `${full(above)} · ${one.name}` : one.name
  }
  const city = isCity(departments)
  return new Map(departments.map((one) => [one.id, city ? full(one) : one.name]))
}

/** Choices of departments and sections: as a tree in a bureau, by full name in a city, where a list is searched by typing. */
export function sectionOptions(departments: readonly Department[]): Option[] {
  const names = isCity(departments) ? fullNames(departments) : undefined
  return tree(departments).map(({ department, depth }) => ({
    value: department.id,
    label: names?.get(department.id) ?? `${'　'.repeat(depth)}${department.name}`,
  }))
}
