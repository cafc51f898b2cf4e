import { read, write } from '@/api/call'

export interface SpecialDay {
  date: string
  kind: 'holiday' | 'working'
  source: string
}
export interface CalendarYear {
  year: number
  provisional: boolean
  source?: string | null
  days: SpecialDay[]
}
export interface DaysForm {
  source: string
  days: { date: string; kind: 'holiday' | 'working' }[]
}

export const getCalendar = (year: number, signal: AbortSignal) =>
  read<CalendarYear>('/api/calendar', { year }, signal)
export const changeDays = (form: DaysForm, key: string) =>
  write<CalendarYear[]>('/api/calendar/days', form, key)
export const announceYear = (year: number, form: DaysForm, key: string) =>
  write<CalendarYear>(`/api/calendar/years/${year}/announce`, form, key)
