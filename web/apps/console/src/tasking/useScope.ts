import { useRegions } from '@/shared/useRegions'
import { useText } from '@/shared/useText'
import { useWord } from '@/shared/useWord'
import type { Task } from './api'

/** Which targets a task is about, in words. */
export function useScope(): (filter: Task['filter']) => string {
  const { t, listed, locale } = useText()
  const word = useWord()
  const { regionName } = useRegions()
  return ({ kinds, regionCodes, tags, riskClasses }) => {
    const named = (key: string, names: string[]) =>
      names.length > 0 ? [t(key, { text: names.join(locale.value === 'en' ? ', ' : '、') })] : []
    const parts = [
      ...named(
        'tasking.filterKinds',
        kinds.map((kind) => word('registry.kind', kind)),
      ),
      ...named('tasking.filterRegions', regionCodes.map(regionName)),
      ...named(
        'tasking.filterTags',
        tags.map((tag) => word('tasking.tag', tag)),
      ),
      ...named(
        'tasking.filterClasses',
        riskClasses.map((name) => word('tasking.stratum', name)),
      ),
    ]
    return listed(parts) || t('tasking.everyTarget')
  }
}
