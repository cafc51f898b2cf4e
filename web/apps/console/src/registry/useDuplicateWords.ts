import { useText } from '@/shared/useText'
import type { Duplicate } from './api'
import { useWords } from './useWords'

/** Why two targets may be one, in words. */
export function useDuplicateWords() {
  const { t, te } = useText()
  const { listed } = useWords()
  const field = (name: string) => (te(`registry.field.${name}`) ? t(`registry.field.${name}`) : '')
  return {
    agree: ({ signals }: Duplicate) =>
      t('registry.duplicate.agree', {
        what: listed(signals.map((one) => t(`registry.duplicate.signal.${one}`))),
      }),
    differ: ({ differing }: Duplicate) =>
      t('registry.duplicate.differ', { what: listed(differing.map(field).filter(Boolean)) }),
  }
}
