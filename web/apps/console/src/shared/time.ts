import type { Locale } from '@/i18n'

const zone = 'Asia/Shanghai'

/** The calendar day in Shanghai of an instant, as `2026-11-21`. */
export function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant)
}

/** Whole days from one calendar day to another, negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** A calendar day for reading: `2026-11-21`, or `21 Nov 2026`. */
export function showDay(day: string, locale: Locale): string {
  if (locale === 'zh-CN') return day
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`))
}

/** An instant (UTC, ISO 8601) as the clock in Shanghai showed it. */
export function showInstant(instant: string, locale: Locale): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
  return `${showDay(dayOf(at), locale)} ${clock}`
}

/** The weekday's short name: `周六`, `Sat`. */
export function showWeekday(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}

export function showBytes(count: number): string {
  if (count < 1024) return `${count} B`
  if (count < 1024 * 1024) return `${(count / 1024).toFixed(0)} KB`
  return `${(count / 1024 / 1024).toFixed(1)} MB`
}
