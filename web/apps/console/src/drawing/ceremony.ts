import type { Step } from '@/shared/step'
import type { Tone } from '@/shared/tone'
import type { Draw, HeldSlot } from './api'

export const drawStates = ['prepared', 'committed', 'revealed', 'drawn', 'closed', 'void'] as const

export function drawTone(state: string): Tone {
  if (state === 'closed') return 'good'
  if (state === 'void') return 'bad'
  return state === 'drawn' ? 'warn' : 'active'
}

const stages = ['prepared', 'witnesses', 'committed', 'revealed', 'drawn', 'record'] as const
export type Stage = (typeof stages)[number]

export const witnessesOf = (draw: Draw) => draw.parties.filter((party) => party.kind !== 'operator')

/** Whether there are as many witnesses of the named kinds as the rules ask for. */
export const enoughWitnesses = (draw: Draw) => !draw.missing.includes('witness')

/** How many stages are done; of a void draw, as many as it had come to. */
function doneCount(draw: Draw): number {
  const by: Record<string, number> = { committed: 3, revealed: 4, drawn: 5, closed: 6 }
  if (draw.state === 'prepared') return enoughWitnesses(draw) ? 2 : 1
  if (draw.state !== 'void') return by[draw.state] ?? 0
  const types = new Set(draw.steps.map((step) => step.type))
  if (types.has('draw-drawn')) return 5
  if (draw.parties.every((party) => party.revealedAt)) return 4
  return types.has('draw-committed') ? 3 : 1
}

export function drawSteps(draw: Draw, label: (stage: Stage) => string): Step[] {
  const count = doneCount(draw)
  const stopped = draw.state === 'void'
  const last = (type: string) => draw.steps.filter((step) => step.type === type).at(-1)?.at
  const at: Partial<Record<Stage, string | undefined>> = {
    prepared: draw.preparedAt,
    committed: last('draw-committed'),
    revealed: last('draw-revealed'),
    drawn: last('draw-drawn'),
  }
  return stages.map((stage, index) => ({
    key: stage,
    label: label(stage),
    state:
      index < count
        ? 'done'
        : index === count
          ? stopped
            ? 'failed'
            : 'current'
          : stopped
            ? 'skipped'
            : 'todo',
    at: index < count ? at[stage] : undefined,
  }))
}

/** The supervising party, which keeps the secret of the chain. */
export const supervisorOf = (draw: Draw) => draw.parties.find((party) => party.supervises)

/** The round whose chain value is opened next, 0 for the draw. */
export const roundOf = (draw: Draw) => draw.rounds.find((round) => !round.drawnAt)?.round ?? 0

/** Whether something can come from outside: from a witness's phone, or typed by a second person. */
export function isWatched(draw: Draw): boolean {
  if (draw.awaited.length > 0) return true
  const byLink = draw.parties.filter((party) => party.way === 'link')
  if (draw.state === 'prepared' || draw.state === 'committed') return byLink.length > 0
  if (draw.state === 'revealed') return true
  return draw.state === 'drawn' && byLink.some((party) => !party.signed || party.supervises)
}

export type Now =
  | 'witness'
  | 'phones'
  | 'supervisor'
  | 'commit'
  | 'reveal'
  | 'source'
  | 'draw'
  | 'round'
  | 'record'
  | 'closed'
  | 'void'

/** The one thing to do next. */
export function nowOf(draw: Draw): Now {
  if (draw.state === 'void') return 'void'
  if (draw.state === 'prepared') {
    if (draw.awaited.length > 0) return 'phones'
    return enoughWitnesses(draw) ? 'commit' : 'witness'
  }
  if (draw.state === 'committed') return 'reveal'
  const waiting = draw.sources.some((source) => source.round === roundOf(draw) && !source.value)
  const byPhone = supervisorOf(draw)?.way === 'link'
  if (draw.state === 'revealed') return waiting ? 'source' : byPhone ? 'supervisor' : 'draw'
  if (draw.rounds.some((round) => !round.drawnAt)) return 'round'
  return draw.state === 'closed' ? 'closed' : 'record'
}

export interface Team {
  visitId: string
  visitNumber: string
  leader?: HeldSlot
  members: HeldSlot[]
}

const LEADER = 'a-leader'

/** Slots by visit, the leader apart. */
export function teamsOf(slots: readonly HeldSlot[]): Team[] {
  const teams = new Map<string, Team>()
  for (const slot of slots) {
    const { visitId, visitNumber } = slot
    const team = teams.get(visitId) ?? { visitId, visitNumber, members: [] }
    if (slot.role === LEADER) team.leader = slot
    else team.members.push(slot)
    teams.set(visitId, team)
  }
  return [...teams.values()].sort((a, b) => a.visitNumber.localeCompare(b.visitNumber))
}
