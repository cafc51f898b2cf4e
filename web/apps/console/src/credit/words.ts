import type { Tone } from '@/shared/tone'
import type { Content, Indicator } from './api'

export const classes = ['A', 'B', 'C', 'D'] as const
export const classTones: Record<string, Tone> = { A: 'good', B: 'active', C: 'warn', D: 'bad', N: 'neutral' }
export const stateTones: Record<string, Tone> = {
  draft: 'warn',
  submitted: 'active',
  approved: 'good',
  discarded: 'neutral',
}
export const outcomeTones: Record<string, Tone> = {
  running: 'active',
  done: 'good',
  cancelled: 'neutral',
  failed: 'bad',
}
export const lists = [
  'abnormal-operation',
  'serious-violation',
  'dishonesty',
  'repeated-complaints',
  'exempt',
  'not-disturbed',
  'key',
  'random',
] as const
export const groups = ['basic', 'dynamic', 'supervision', 'risk', 'social'] as const
export const sources = ['count', 'list', 'tag', 'field', 'given'] as const
export const fields = ['kind', 'region-code', 'complete'] as const
export const records = [
  'inspection-passed',
  'inspection-problem',
  'inspection-unreachable',
  'inspection-uncooperative',
  'inspection-other',
  'complaint',
  'penalty',
  'annual-report-missed',
  'accident',
  'contract-broken',
  'honour',
] as const

/** Hundredths of a point as points. */
export const points = (hundredths: number) => String(Math.round(hundredths) / 100)
export const percent = (share: number) => `${(share * 100).toFixed(1)}%`
export const weightOf = (content: Content) => content.indicators.reduce((sum, one) => sum + one.weight, 0)

/** A copy that can be edited without touching what the platform said. */
export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export const newIndicator = (number: number): Indicator => ({
  code: `indicator-${number}`,
  name: '',
  group: 'supervision',
  source: { kind: 'count', name: '', observations: [], months: 24 },
  weight: 0,
  bands: [{ texts: [], from: null, below: 1, points: 0 }],
  otherwise: 100,
  basis: '',
})
