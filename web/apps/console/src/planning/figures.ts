import { read } from '@/api/call'
import type { QueryOf } from '@/api/description'
import type { Schemas } from '@/api/description'
import type { Coverage, LineForm } from './api'

export type Manpower = Schemas['planning.ManpowerView']
export type Reached = Schemas['planning.Reached']
export type Neighbour = Schemas['planning.NeighbourView']
export type LineChoices = Schemas['planning.LineChoices']
type Drafted = QueryOf<'/api/plans/neighbours'>

/** What is computed of a line while it is drafted. */
export interface LineFigures {
  coverage: (line: LineForm, signal: AbortSignal) => Promise<Coverage>
  manpower: (line: LineForm, signal: AbortSignal) => Promise<Manpower>
  ceilings: (line: LineForm, signal: AbortSignal) => Promise<Reached>
  neighbours: (line: LineForm, signal: AbortSignal) => Promise<Neighbour[]>
  choices: (executingId: string, joint: boolean, signal: AbortSignal) => Promise<LineChoices>
}

/** Scope and numbers, as an address asks for them. */
export function scopeQuery(line: LineForm): Drafted {
  const { A: rateA, B: rateB, C: rateC, D: rateD, N: rateN, K: rateK } = line.ratesBp
  const { A: countA, B: countB, C: countC, D: countD, N: countN, K: countK } = line.counts
  const weights = Object.entries(line.arrangement.weights ?? {}).map(([code, weight]) => `${code}:${weight}`)
  return {
    ...line.filter,
    rateA,
    rateB,
    rateC,
    rateD,
    rateN,
    rateK,
    countA,
    countB,
    countC,
    countD,
    countN,
    countK,
    weights,
  }
}

/** The same with the days, the people and the way of inspecting. */
export function lineQuery(line: LineForm): Drafted {
  const { participants, handling, methods, visitsPerDay } = line.arrangement
  return {
    ...scopeQuery(line),
    id: line.id ?? undefined,
    itemVersionIds: line.itemVersionIds,
    timesPerYear: line.timesPerYear,
    from: line.from,
    to: line.to,
    executingId: line.executingId,
    participants,
    handling,
    methods,
    visitsPerDay,
  }
}

/** Asked of the platform. */
export const lineFigures: LineFigures = {
  coverage: (line, signal) => read('/api/plans/coverage', { query: scopeQuery(line), signal }),
  manpower: (line, signal) => read('/api/plans/manpower', { query: lineQuery(line), signal }),
  ceilings: (line, signal) => read('/api/plans/ceilings', { query: lineQuery(line), signal }),
  neighbours: (line, signal) => read('/api/plans/neighbours', { query: lineQuery(line), signal }),
  choices: (executingId, joint, signal) =>
    read('/api/plans/line-choices', { query: { executingId, joint }, signal }),
}
