import type { Tone } from '@/shared/tone'
import type { ItemState, ItemVersion } from './api'

type Text = (key: string, values?: Record<string, unknown>) => string

export const categories = ['key', 'general'] as const
export const methods = ['on-site', 'documents', 'network-monitoring', 'testing'] as const
export const lists = ['own', 'joint'] as const
export const states: ItemState[] = [
  'draft',
  'submitted',
  'consolidated',
  'approved',
  'published',
  'retired',
  'discarded',
]
export const tones: Record<ItemState, Tone> = {
  draft: 'neutral',
  submitted: 'active',
  consolidated: 'active',
  approved: 'active',
  published: 'good',
  retired: 'neutral',
  discarded: 'neutral',
}

/** A joint item waits for the office of the joint conference, where an own one waits for its leaders. */
export const stateText = (state: ItemState, joint: boolean, t: Text): string =>
  joint && (state === 'submitted' || state === 'approved')
    ? t(`catalog.jointState.${state}`)
    : t(`catalog.state.${state}`)

/** Basis points as per cent, without zeros at the end: 500 is 5%, 50 is 0.5%. */
export const percent = (bp: number): string => `${Number((bp / 100).toFixed(2))}%`

export function capText(
  { category, ratioCapBp }: { category: string; ratioCapBp?: number | null },
  t: Text,
): string {
  if (ratioCapBp !== undefined && ratioCapBp !== null) return percent(ratioCapBp)
  return category === 'key' ? t('catalog.noCap') : '—'
}

export function periodText({ from, until }: Pick<ItemVersion, 'from' | 'until'>, t: Text): string {
  if (!from) return '—'
  return until ? t('catalog.periodClosed', { from, until }) : t('catalog.period', { from })
}
