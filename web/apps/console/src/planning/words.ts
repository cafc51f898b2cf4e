import type { RowError } from '@/api/problem'
import type { ItemRow } from '@/catalog/api'
import type { Tone } from '@/shared/tone'
import type { ArrangementForm, LineForm, PlanLine, PlanState, TargetFilter } from './api'

export const states: PlanState[] = ['draft', 'submitted', 'approved', 'published', 'discarded']
export const tones: Record<PlanState, Tone> = {
  draft: 'neutral',
  submitted: 'active',
  approved: 'active',
  published: 'good',
  discarded: 'neutral',
}
/** N is not rated. */
export const classes = ['A', 'B', 'C', 'D', 'N'] as const
/** K are key targets, where the rules raise their ratio. */
export const strata = [...classes, 'K'] as const
export const handlings = ['city-run', 'handed-down', 'county-run'] as const
export const forms = ['comprehensive', 'risk-classified', 'special-campaign'] as const
export const emptyFilter: Readonly<TargetFilter> = {
  kinds: [],
  regionCodes: [],
  tags: [],
  riskClasses: [],
  subRegistries: [],
}
export const ownArrangement = (): ArrangementForm => ({
  participants: [],
  handling: 'city-run',
  weights: {},
  methods: [],
  otherDemands: '',
  visitsPerDay: 2,
})

export const toForm = (line: PlanLine): LineForm => ({
  id: line.id,
  title: line.title,
  category: line.category,
  itemVersionIds: line.items.map((item) => item.id),
  filter: line.filter,
  ratesBp: { ...line.ratesBp },
  counts: { ...line.counts },
  timesPerYear: line.timesPerYear,
  from: line.from,
  to: line.to,
  executingId: line.executing.id,
  body: line.body,
  arrangement: {
    ...line.arrangement,
    participants: line.arrangement.participants.map((one) => one.id),
    weights: { ...line.arrangement.weights },
  },
})

/** What is sent: a class whose number was left empty is not drawn, and regions taken out of the scope have no weight. */
export function sendable(line: LineForm): LineForm {
  const counts = Object.fromEntries(Object.entries(line.counts).filter(([, count]) => count > 0))
  return { ...line, counts }
}

export const newLine = (year: number, executingId: string, body: string): LineForm => ({
  title: '',
  category: '',
  itemVersionIds: [],
  filter: { ...emptyFilter },
  ratesBp: {},
  counts: {},
  timesPerYear: 1,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  executingId,
  body,
  arrangement: ownArrangement(),
})

/** Figures of the ceilings of a scope, as texts. */
export const ceilingWords = ({ drawn, near, at }: PlanLine['ceilings']) => ({
  drawn: drawn.toLocaleString(),
  near: near.toLocaleString(),
  at: at.toLocaleString(),
})

/** The tightest cap of the chosen items, or none: key items have none (ZB-5). */
export function capOf(line: LineForm, items: readonly ItemRow[]): { bp: number; item: ItemRow } | undefined {
  return items
    .filter((item) => item.inForceId && line.itemVersionIds.includes(item.inForceId))
    .flatMap((item) => (typeof item.ratioCapBp === 'number' ? [{ bp: item.ratioCapBp, item }] : []))
    .sort((a, b) => a.bp - b.bp)[0]
}

/** What the platform found wrong in the line with this place, from 0; it counts from 1. */
export const errorsOf = (errors: readonly RowError[] | undefined, at: number): RowError[] =>
  (errors ?? []).filter((error) => error.row === at + 1)

/** Lines that miss what cannot be sent without; the platform checks the rest. */
export const unsendable = (lines: readonly LineForm[]): number[] =>
  lines.flatMap((line, at) => (line.from && line.to && line.executingId ? [] : [at]))
