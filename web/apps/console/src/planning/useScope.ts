import type { NamedId } from '@/api/description'
import { useText } from '@/shared/useText'
import { kinds, tagKey, tags } from '@/registry/words'
import { useRegions } from '@/shared/useRegions'
import type { TargetFilter } from './api'

/** Which targets are meant, in words. */
export function useScope() {
  const { t, te, locale } = useText()
  const { regions, regionName } = useRegions()
  const tagName = (tag: string) => (te(tagKey(tag)) ? t(tagKey(tag)) : tag)
  const kindName = (kind: string) => (te(`registry.kind.${kind}`) ? t(`registry.kind.${kind}`) : kind)

  /** The names of sub-registries, where there are some, come with the line. */
  function scope(filter: TargetFilter, subRegistries: NamedId[] = []): string {
    const comma = locale.value === 'en' ? ', ' : '、'
    const parts = [
      filter.kinds.map(kindName).join(comma),
      filter.regionCodes.map(regionName).join(comma),
      subRegistries.map((one) => one.name).join(comma),
      filter.tags.map(tagName).join(comma),
      filter.riskClasses.map((name) => t(`registry.risk.${name}`)).join(comma),
    ].filter((part) => part !== '')
    return parts.length > 0 ? parts.join(locale.value === 'en' ? '; ' : '；') : t('planning.line.everything')
  }

  return { scope, kinds, tags, tagName, kindName, regions, regionName }
}
