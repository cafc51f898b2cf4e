import type { Tone } from '@/shared/tone'
import type { ProfileSummary, Rule } from './api'

export const tones: Record<ProfileSummary['state'], Tone> = {
  'in-force': 'good',
  expired: 'bad',
  confirmed: 'warn',
  draft: 'warn',
  'not-in-force-yet': 'neutral',
}

type Text = (key: string, values: Record<string, string>) => string

/** From when to when rules are valid, in words; `day` shows a day in the reader's language. */
export function validity(
  { from, to }: Pick<ProfileSummary, 'from' | 'to'>,
  t: Text,
  day: (day: string) => string,
): string {
  if (from && to) return t('policy.period', { from: day(from), to: day(to) })
  if (from) return t('policy.since', { from: day(from) })
  return to ? t('policy.until', { to: day(to) }) : t('policy.open', {})
}

/** Rules in whose title, words or values the keyword stands. */
export function matching(rules: readonly Rule[], keyword: string): Rule[] {
  const wanted = keyword.trim().toLowerCase()
  return rules.filter((rule) =>
    [rule.title, rule.words, ...rule.values.flatMap((value) => [value.name, value.value])]
      .join('\n')
      .toLowerCase()
      .includes(wanted),
  )
}
