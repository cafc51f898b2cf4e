import type { Step } from '@/shared/step'
import type { Tone } from '@/shared/tone'
import type { Task } from './api'
import type { Together } from './together'

export const taskStates = [
  'setting-up',
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
  return ['setting-up', 'opened', 'pool-ready'].includes(state) ? 'warn' : 'active'
}

export function visitTone(state: string): Tone {
  if (state === 'finished') return 'good'
  if (state === 'dropped') return 'neutral'
  return state === 'drawn' ? 'warn' : 'active'
}

export const visitStates = ['drawn', 'staffed', 'dispatched', 'finished', 'dropped'] as const

const stages = ['opened', 'set-up', 'pool', 'targets', 'handed-down', 'teams', 'dispatched', 'ended'] as const
export type Stage = (typeof stages)[number]

/** The stage that comes next in each state. */
const current: Record<string, Stage> = {
  'setting-up': 'set-up',
  opened: 'pool',
  'pool-ready': 'targets',
  'drawing-targets': 'targets',
  'targets-drawn': 'teams',
  'drawing-inspectors': 'teams',
  staffed: 'dispatched',
  running: 'ended',
}

/** The stages of this task: set-up where others are invited, handing down where the list goes to the counties. */
function stagesOf({ invitations, handedDown }: Pick<Together, 'invitations' | 'handedDown'>): Stage[] {
  return stages.filter(
    (stage) =>
      (stage !== 'set-up' || invitations.length > 0) && (stage !== 'handed-down' || handedDown),
  )
}

/** The way of a task; an abandoned one shows how far it came. */
export function taskSteps(
  task: Pick<Task, 'state' | 'createdAt' | 'poolPreparedAt'> & {
    together: Pick<Together, 'invitations' | 'handedDown' | 'parts'>
  },
  label: (stage: Stage) => string,
): Step[] {
  const all = stagesOf(task.together)
  const abandoned = task.state === 'abandoned'
  const waiting = task.together.parts.some((part) => part.state === 'handed-down')
  const next = abandoned
    ? task.poolPreparedAt
      ? 'targets'
      : 'pool'
    : task.state === 'targets-drawn' && waiting
      ? 'handed-down'
      : current[task.state]
  const count = next === undefined ? all.length : all.indexOf(next)
  const at: Partial<Record<Stage, string | null | undefined>> = {
    opened: task.createdAt,
    pool: task.poolPreparedAt,
  }
  const now = abandoned ? 'failed' : 'current'
  return all.map((stage, index) => ({
    key: stage,
    label: label(stage),
    state: index < count ? 'done' : index === count ? now : abandoned ? 'skipped' : 'todo',
    at: index < count ? (at[stage] ?? undefined) : undefined,
  }))
}

/** `250` → `2.5%`. */
export function percent(basisPoints: number): string {
  return `${basisPoints / 100}%`
}
