import type { Tone } from '@/shared/tone'
import type { Task } from './api'

export type Together = Task['together']
export type Invitation = Together['invitations'][number]
export type Part = Together['parts'][number]
export type Progress = Together['progress'][number]

/** Whether anybody but one department has to do with the task. */
export function isShared({ invitations, parts, progress }: Together): boolean {
  return invitations.length > 0 || parts.length > 0 || progress.length > 1
}

export function invitationTone(invitation: Pick<Invitation, 'state' | 'late'>): Tone {
  if (invitation.state === 'accepted') return 'good'
  if (invitation.state === 'invited') return invitation.late ? 'bad' : 'warn'
  return 'neutral'
}

export function partTone(state: Part['state']): Tone {
  if (state === 'received') return 'good'
  return state === 'handed-down' ? 'warn' : 'neutral'
}

/** How many have answered, of how many who were asked and still are. */
export function answered(invitations: readonly Pick<Invitation, 'state'>[]): { done: number; all: number } {
  const asked = invitations.filter(({ state }) => state !== 'withdrawn')
  return { done: asked.filter(({ state }) => state !== 'invited').length, all: asked.length }
}

/** The parts of a list region by region: what the lead has there, then what the others check. */
export function byRegion(parts: readonly Part[]): { region: string; parts: Part[] }[] {
  const regions = new Map<string, Part[]>()
  for (const part of parts) regions.set(part.region, [...(regions.get(part.region) ?? []), part])
  return [...regions].map(([region, all]) => ({
    region,
    parts: [...all].sort((a, b) => Number(b.lead) - Number(a.lead)),
  }))
}
