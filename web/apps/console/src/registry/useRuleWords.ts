import { useRegions } from '@/shared/useRegions'
import { useText } from '@/shared/useText'
import type { Kind, TargetFilter } from './api'
import { conditionWords } from './kindFields'
import { useWords } from './useWords'

/** A rule over fields of targets as a sentence. */
export function useRuleWords() {
  const { t, locale } = useText()
  const { kind, tag } = useWords()
  const { regionName } = useRegions()

  return (rule: TargetFilter, kinds: Kind[]): string =>
    [
      rule.q && `“${rule.q}”`,
      rule.kind && kind(rule.kind),
      rule.region && regionName(rule.region),
      rule.riskClass && t(`registry.risk.${rule.riskClass}`),
      rule.tag && tag(rule.tag),
      rule.status && t(`registry.status.${rule.status}`),
      ...(rule.detail ? conditionWords(kinds, rule.detail) : []),
    ]
      .filter(Boolean)
      .join(locale.value === 'en' ? '; ' : '；')
}
