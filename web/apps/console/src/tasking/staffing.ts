import type { Schemas } from '@/api/description'
import type { SentCommand } from '@/shared/detail/command'
import type { StaffingChange } from './api'

export const OTHER_REASON = 'other'

/** The form of a staffing request as the platform reads it: a reason of one's own is marked, empty choices are null. */
export function bodyOf({ name, values }: SentCommand): Record<string, unknown> {
  const { reasonText, ...rest } = values
  const body: Record<string, unknown> = { ...rest }
  if (body.reason === OTHER_REASON) body.reason = `other:${String(reasonText ?? '').trim()}`
  if ('day' in body) body.day = body.day || null
  if (name === 'add-assistant') {
    const [kind, subjectId] = String(body.subjectId).split(':')
    Object.assign(body, { kind, subjectId })
  }
  if ('otherVisitId' in body) body.otherVisitId = body.otherVisitId || null
  return body
}

/** The form of an approval: the note, and whom to send where the way is designation. */
export function approvalOf({ values }: SentCommand): Schemas['tasking.Approval'] {
  const designated = Array.isArray(values.designated) ? (values.designated as string[]) : undefined
  return { note: String(values.note), designated }
}

const DRAWN_TOGETHER = ['cross-section-draw', 'neighbour-draw']

/** Requests that one draw can fill, by the kind of draw; a single one is decided by itself. */
export function together(changes: StaffingChange[]): StaffingChange[][] {
  return DRAWN_TOGETHER.map((way) =>
    changes.filter((one) => one.way === way && one.allowedCommands.includes('approve')),
  ).filter((group) => group.length > 1)
}
