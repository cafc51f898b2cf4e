import { addDays } from '@/shared/time'
import type { CalendarYear, SpecialDay } from './api'

export interface DayCell {
  date: string
  number: number
  /** What it counts as. */
  free: boolean
  /** Differs from the plain week by announcement. */
  special?: SpecialDay
}
export interface Month {
  month: number
  /** Empty places before the first day; weeks begin on Monday. */
  lead: number
  days: DayCell[]
}

const weekday = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
/** In a year whose holidays are not announced, only those on fixed dates are known. */
const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03']

export function monthsOf(year: CalendarYear): Month[] {
  const special = new Map(year.days.map((day) => [day.date, day]))
  return Array.from({ length: 12 }, (_, index) => {
    const first = `${year.year}-${String(index + 1).padStart(2, '0')}-01`
    const days: DayCell[] = []
    for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) {
      const found = special.get(date)
      const rest = weekday(date) >= 5 || (year.provisional && fixed.includes(date.slice(5)))
      days.push({
        date,
        number: Number(date.slice(8)),
        free: found ? found.kind === 'holiday' : rest,
        special: found,
      })
    }
    return { month: index + 1, lead: weekday(first), days }
  })
}

export const workingDaysOf = (months: readonly Month[]): number =>
  months.flatMap((month) => month.days).filter((day) => !day.free).length

/** All days from one to another, both included. */
export function daysBetweenIncluding(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
