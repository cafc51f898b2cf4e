import { daysBetween } from '@/shared/time'
import type { Report } from './api'

/** What a report is late with, its last day, and by how many days; null while nothing is late. */
export interface Late {
  what: 'report' | 'publication'
  due: string
  count: number
}

/** The platform says that a report is late; which of its two days has passed follows from its state. */
export function lateOf(report: Report, today: string): Late | null {
  if (!report.overdue) return null
  const passed = (due: string) => daysBetween(due, today) > 0
  const own = report.state === 'draft' ? report.due?.date : undefined
  const what = own && (passed(own) || !report.publishDue) ? 'report' : 'publication'
  const due = what === 'report' ? own : report.publishDue?.date
  return due ? { what, due, count: Math.max(1, daysBetween(due, today)) } : null
}
