import type { Tone } from '@/shared/tone'

export const reportStates = ['draft', 'submitted', 'published', 'circulated'] as const
export const resultStates = ['accepted', 'published', 'circulated', 'withheld', 'corrected'] as const

export const reportTone = (state: string): Tone =>
  (({ draft: 'active', submitted: 'warn', published: 'good', circulated: 'neutral' }) as const)[state] ??
  'neutral'

export const resultTone = (state: string): Tone =>
  (
    ({
      accepted: 'active',
      published: 'good',
      circulated: 'neutral',
      withheld: 'neutral',
      corrected: 'warn',
    }) as const
  )[state] ?? 'neutral'

/** Nothing found is good; everything else needs somebody. */
export const typeTone = (type: string): Tone =>
  ['no-problem-found', 'passed'].includes(type) ? 'good' : 'warn'
