import type { Tone } from '@/shared/tone'
import type { Answer, JointYear, ProposalRow, ProposalState } from './api'

export const states: ProposalState[] = ['draft', 'proposed', 'agreed', 'taken', 'merged', 'withdrawn']
export const tones: Record<ProposalState, Tone> = {
  draft: 'neutral',
  proposed: 'active',
  agreed: 'active',
  taken: 'good',
  merged: 'neutral',
  withdrawn: 'neutral',
}
export const answerTones: Record<Answer['state'], Tone> = {
  awaited: 'warn',
  agreed: 'good',
  declined: 'bad',
}

/** Those that wait longest for the office come first, then what is still asked about. */
const order: ProposalState[] = ['agreed', 'proposed', 'draft', 'taken', 'merged', 'withdrawn']

/** Proposals of a year by state, for the office. */
export function byState(proposals: readonly ProposalRow[]): { state: ProposalState; rows: ProposalRow[] }[] {
  return order
    .map((state) => ({ state, rows: proposals.filter((row) => row.state === state) }))
    .filter(({ rows }) => rows.length > 0)
}

/** Duties that are late or open stand before those that are done. */
export const openFirst = (duties: JointYear['duties']) =>
  [...duties].sort((a, b) => Number(Boolean(a.done)) - Number(Boolean(b.done)) || a.due.localeCompare(b.due))
