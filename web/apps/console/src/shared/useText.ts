import { useI18n } from 'vue-i18n'
import type { Locale } from '@/i18n'
import { showDay, showInstant } from './time'

/** Texts and dates in the user's language. */
export function useText() {
  const { t, te, locale } = useI18n({ useScope: 'global' })
  return {
    t,
    te: (key: string) => te(key),
    day: (day: string) => showDay(day, locale.value as Locale),
    /** Several words one after the other, as the language does it. */
    joined: (words: string[]) => words.join(locale.value === 'en' ? ', ' : '、'),
    /** What something is and what is said of it, as “Reason: the day was changed”. */
    said: (what: string, text: string) => t('shared.said', { what, text }),
    /** Several sentences or parts of one, one after the other. */
    listed: (parts: string[]) => parts.join(locale.value === 'en' ? '; ' : '；'),
    instant: (instant: string) => showInstant(instant, locale.value as Locale),
    /** A command's name: `<module>.command.<name>` if the module has its own word, else the common one. */
    commandName: (name: string, module?: string) => {
      const own = `${module}.command.${name}`
      if (module && te(own)) return t(own)
      return te(`shared.command.${name}`) ? t(`shared.command.${name}`) : name
    },
    locale,
  }
}
