import { addDays, daysBetween } from '@/shared/time'
import type { Stop } from './teamApi'

export type Span = 'month' | 'week'

export interface Range {
  from: string
  to: string
}

/** The month or the week (from Monday) that a day is in. */
export function rangeOf(span: Span, day: string): Range {
  if (span === 'week') {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
    const from = addDays(day, -weekday)
    return { from, to: addDays(from, 6) }
  }
  const from = `${day.slice(0, 7)}-01`
  const next = addDays(from, 31).slice(0, 7)
  return { from, to: addDays(`${next}-01`, -1) }
}

/** A day in the time before or after. */
export function step(span: Span, day: string, by: 1 | -1): string {
  const { from, to } = rangeOf(span, day)
  return by === 1 ? addDays(to, 1) : addDays(from, -1)
}

/** The days of a calendar, from the Monday before the first to the Sunday after the last. */
export function cellsOf({ from, to }: Range): string[] {
  const shown = shownRange({ from, to })
  return Array.from({ length: daysBetween(shown.from, shown.to) + 1 }, (_, index) =>
    addDays(shown.from, index),
  )
}

/** What a calendar of this time shows, the days beside it as well. */
export function shownRange(range: Range): Range {
  return { from: rangeOf('week', range.from).from, to: rangeOf('week', range.to).to }
}

export interface Cluster {
  region: string
  stops: Stop[]
}

/** Visits that are near each other: by county and town, the most visits first. */
export function clusters(stops: Stop[]): Cluster[] {
  const byRegion = new Map<string, Stop[]>()
  stops.forEach((stop) => byRegion.set(stop.regionName, [...(byRegion.get(stop.regionName) ?? []), stop]))
  return [...byRegion.entries()]
    .map(([region, all]) => ({ region, stops: all }))
    .sort((a, b) => b.stops.length - a.stops.length || a.region.localeCompare(b.region))
}

/** Days left for a visit that is not over; negative when it is late, or null when it is done. */
export function daysLeft(stop: Pick<Stop, 'state' | 'to'>, today: string): number | null {
  return stop.state === 'finished' ? null : daysBetween(today, stop.to)
}
