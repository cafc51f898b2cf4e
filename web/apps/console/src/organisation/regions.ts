import type { Schemas } from '@/api/description'
import type { Department } from './api'
import { isGovernment, isSection, tree } from './sections'

export type Region = Schemas['organisation.RegionView']

/** A department with its sections, in their order. */
export interface Body {
  department: Department
  sections: { department: Department; depth: number }[]
}

/** The departments of the city itself, or of one county. */
export interface RegionPart {
  region: string
  bodies: Body[]
  /** Departments, and people in them. */
  count: number
  people: number
  administered: boolean
}

export interface Narrowed {
  region?: string
  line?: string
  text?: string
}

/** The departments, each with what is inside it. */
export function bodies(departments: readonly Department[]): Body[] {
  const found: Body[] = []
  for (const { department, depth } of tree(departments)) {
    const last = found.at(-1)
    if (isSection(department) && last) last.sections.push({ department, depth: depth - rootDepth(last) })
    else found.push({ department, sections: [] })
  }
  return found
}

/** Below a government its departments stand one level down, and their sections two. */
const rootDepth = ({ department }: Body) => (department.parentId && !isGovernment(department) ? 1 : 0)

/** What the question leaves: whole departments whose name fits, of others the sections whose name fits. */
export function narrow(all: readonly Body[], { region, line, text }: Narrowed): Body[] {
  const wanted = text?.trim().toLowerCase() ?? ''
  const fits = (one: Department) => one.name.toLowerCase().includes(wanted)
  return all
    .filter(({ department: one }) => (!region || one.region === region) && (!line || one.line === line))
    .map((body) =>
      fits(body.department)
        ? body
        : { ...body, sections: body.sections.filter(({ department }) => fits(department)) },
    )
    .filter((body) => fits(body.department) || body.sections.length > 0)
}

export const peopleIn = (sections: Body['sections']) =>
  sections.reduce((sum, { department }) => sum + department.people, 0)

/** By region, the city first; a region that was never said stands last. */
export function byRegion(all: readonly Body[]): RegionPart[] {
  const parts = new Map<string, Body[]>()
  for (const body of all) {
    const region = body.department.region ?? ''
    parts.set(region, [...(parts.get(region) ?? []), body])
  }
  return [...parts]
    .sort(([a], [b]) => (a || '9').localeCompare(b || '9'))
    .map(([region, some]) => ({
      region,
      bodies: some,
      count: some.filter(({ department }) => !isGovernment(department)).length,
      people: some.reduce((sum, one) => sum + one.department.people + peopleIn(one.sections), 0),
      administered: some.some(({ department }) => department.administered),
    }))
}

/** Whether a division is another one or lies in it; `370300` holds `370303`. */
export const isWithin = (code: string, superior: string) =>
  code.startsWith(superior.replace(/(00){1,2}$/, ''))

/** Regions that the reader's own administration reaches: those of the departments managed, and what lies in them. */
export const reached = (departments: readonly Department[]) => {
  const own = [...new Set(departments.flatMap((one) => (one.administered && one.region ? [one.region] : [])))]
  return (region: string) => own.some((one) => isWithin(region, one))
}
