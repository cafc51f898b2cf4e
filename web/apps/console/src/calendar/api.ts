import { read, write } from '@/api/call'
import type { Schemas } from '@/api/description'

export type CalendarYear = Schemas['calendar.CalendarYear']
export type SpecialDay = Schemas['calendar.Day']
export type DaysForm = Schemas['calendar.DaysRequest']

export const getCalendar = (year: number, signal: AbortSignal) =>
  read('/api/calendar', { query: { year }, signal })
export const changeDays = (body: DaysForm, key: string) => write('/api/calendar/days', { body, key })
export const announceYear = (year: number, body: DaysForm, key: string) =>
  write('/api/calendar/years/{year}/announce', { path: { year }, body, key })
