import type { Step } from '@/shared/step'
import type { Tone } from '@/shared/tone'
import type { Task } from './api'

export const taskStates = [
  'opened',
  'pool-ready',
  'drawing-targets',
  'targets-drawn',
  'drawing-inspectors',
  'staffed',
  'running',
  'ended',
  'abandoned',
] as const

export function taskTone(state: string): Tone {
  if (state === 'ended') return 'good'
  if (state === 'abandoned') return 'neutral'
  return state === 'opened' || state === 'pool-ready' ? 'warn' : 'active'
}

export function visitTone(state: string): Tone {
  if (state === 'finished') return 'good'
  if (state === 'dropped') return 'neutral'
  return state === 'drawn' ? 'warn' : 'active'
}

export const visitStates = ['drawn', 'staffed', 'dispatched', 'finished', 'dropped'] as const

const stages = ['opened', 'pool', 'targets', 'teams', 'dispatched', 'ended'] as const
export type Stage = (typeof stages)[number]

/** How many stages are done in each state; the next one is the current one. */
const done: Record<string, number> = {
  opened: 1,
  'pool-ready': 2,
  'drawing-targets': 2,
  'targets-drawn': 3,
  'drawing-inspectors': 3,
  staffed: 4,
  running: 5,
  ended: 6,
}

/** The way of a task; an abandoned one shows how far it came. */
export function taskSteps(
  task: Pick<Task, 'state' | 'createdAt' | 'poolPreparedAt'>,
  label: (stage: Stage) => string,
): Step[] {
  const abandoned = task.state === 'abandoned'
  const count = abandoned ? (task.poolPreparedAt ? 2 : 1) : (done[task.state] ?? 0)
  const at: Partial<Record<Stage, string | null | undefined>> = {
    opened: task.createdAt,
    pool: task.poolPreparedAt,
  }
  const now = abandoned ? 'failed' : 'current'
  return stages.map((stage, index) => ({
    key: stage,
    label: label(stage),
    state: index < count ? 'done' : index === count ? now : abandoned ? 'skipped' : 'todo',
    at: index < count ? (at[stage] ?? undefined) : undefined,
  }))
}

export interface Stratum {
  stratum: string
  size: number
  rateBp: number
  /** How many of it will be drawn: the rate of its members, rounded up. */
  quota: number
}

export function strataOf(task: Pick<Task, 'pool' | 'ratesBp'>): Stratum[] {
  const names = new Set([...Object.keys(task.ratesBp), ...Object.keys(task.pool.strata)])
  return [...names].sort().map((stratum) => {
    const size = task.pool.strata[stratum] ?? 0
    const rateBp = task.ratesBp[stratum] ?? 0
    return { stratum, size, rateBp, quota: Math.min(size, Math.ceil((size * rateBp) / 10_000)) }
  })
}

/** `250` → `2.5%`. */
export function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`
}
