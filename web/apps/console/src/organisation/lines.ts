import type { Department } from './api'

export type Line = NonNullable<Department['line']>

/** As the platform orders them; the compiler refuses a list that lacks one. */
const known: Record<Line, true> = {
  'market-supervision': true,
  ecology: true,
  transport: true,
  agriculture: true,
  'culture-tourism': true,
  'development-reform': true,
  education: true,
  police: true,
  'human-resources': true,
  housing: true,
  commerce: true,
  health: true,
  emergency: true,
  tax: true,
  industry: true,
  science: true,
  'civil-affairs': true,
  justice: true,
  finance: true,
  'natural-resources': true,
  water: true,
  forestry: true,
  'urban-management': true,
  statistics: true,
  'medical-insurance': true,
  'fire-rescue': true,
  religion: true,
  sports: true,
  grain: true,
  tobacco: true,
  customs: true,
  meteorology: true,
  post: true,
  cyberspace: true,
  press: true,
}

/** Lines (条线) by their wire names: departments of the same business from the city down to the county. */
export const lines = Object.keys(known) as Line[]
export const lineKey = (line: string) => `organisation.line.${line}`
