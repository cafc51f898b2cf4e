import type { Fact } from '@/shared/detail/detail'
import type { Step } from '@/shared/step'
import type { ItemDetail, ItemState, ItemVersion } from './api'

type Text = (key: string, values?: Record<string, unknown>) => string
type Day = (day: string) => string

function decisionText(decision: ItemVersion['decision'], t: Text, day: Day): string | undefined {
  return decision
    ? t('catalog.decided', {
        by: t(`catalog.decidedBy.${decision.by}`),
        on: day(decision.on),
        document: decision.documentNumber,
      })
    : undefined
}

/** What makes an item joint: who leads, who takes part, who coordinates, and what was decided. */
export function jointFacts({ lead, office, current }: ItemDetail, t: Text, day: Day): Fact[] {
  const { participants, decision, batch, ended } = current
  return [
    { key: 'lead', label: t('catalog.lead'), value: lead.name, clause: 'item-list.joint-approved-by' },
    {
      key: 'participants',
      label: t('catalog.participants'),
      value: participants.map((one) => one.name).join(t('catalog.and')),
      clause: 'item-list.joint-approved-by',
    },
    { key: 'office', label: t('catalog.office'), value: office?.name ?? t('catalog.noOffice') },
    { key: 'decision', label: t('catalog.decision'), value: decisionText(decision, t, day) },
    {
      key: 'batch',
      label: t('catalog.batch.one'),
      value: batch ? `${batch.number} ${batch.name}` : undefined,
    },
    ...(ended ? [{ key: 'ended', label: t('catalog.endDecision'), value: decisionText(ended, t, day) }] : []),
  ]
}

const way: ItemState[] = ['draft', 'submitted', 'consolidated', 'approved']

/** Where a joint item stands between proposal and publication. */
export function jointSteps({ lead, office, current }: ItemDetail, t: Text, day: Day): Step[] {
  const { state, draftedBy, consolidatedBy, decision, batch, from } = current
  const ended = state === 'retired' || state === 'discarded'
  const at = state === 'published' || state === 'retired' ? way.length + 1 : way.indexOf(state)
  const notes = [
    draftedBy.name,
    lead.name,
    consolidatedBy?.name ?? office?.name,
    decision ? `${day(decision.on)} ${decision.documentNumber}` : undefined,
    batch && from ? `${batch.number} ${t('catalog.period', { from: day(from) })}` : undefined,
  ]
  return ['draft', 'propose', 'consolidate', 'decide', 'publish'].map((key, index) => ({
    key,
    label: t(`catalog.way.${key}`),
    state: stepState(index, at, ended && state === 'discarded'),
    note: index <= at + 1 ? notes[index] : undefined,
  }))
}

function stepState(index: number, at: number, discarded: boolean): Step['state'] {
  if (discarded) return 'skipped'
  // A draft is being written; what was submitted waits for the next step.
  const next = at === 0 ? 0 : at + 1
  if (index < next) return 'done'
  return index === next ? 'current' : 'todo'
}
