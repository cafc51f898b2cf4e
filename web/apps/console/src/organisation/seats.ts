import type { Department, Seat } from './api'
import { isGovernment, isSection } from './sections'

/** What somebody is in a joint conference, in the order of the list. */
export const parts = ['convenor', 'deputy', 'office', 'member'] as const satisfies readonly Seat['part'][]

export const emptySeat = (part: Seat['part']): Seat => ({
  part,
  departmentId: null,
  personName: '',
  title: '',
})

/** Departments of a region itself: those that may have a seat in its joint conference. */
export const seatable = (departments: readonly Department[], region: string) =>
  departments.filter((one) => !isSection(one) && !isGovernment(one) && one.region === region)

/** Departments that are neither a member nor the office yet. */
export function unseated(departments: readonly Department[], seats: readonly Seat[]): Department[] {
  const seated = new Set(
    seats.filter(({ part }) => part === 'member' || part === 'office').map((seat) => seat.departmentId),
  )
  return departments.filter((one) => !seated.has(one.id))
}
