import { computed, watch } from 'vue'
import { createI18n } from 'vue-i18n'
import { remember, remembered } from '@/shared/storage'
import type { Messages } from './messages'

export type Locale = 'zh-CN' | 'en'
export const locales: { code: Locale; name: string; short: string }[] = [
  { code: 'zh-CN', name: '简体中文', short: '中' },
  { code: 'en', name: 'English', short: 'EN' },
]

const files = import.meta.glob<Messages>(['../*/messages.ts', '!./messages.ts'], {
  eager: true,
  import: 'default',
})

/** Every folder's messages stand under the folder's name: `registry.title` is in `registry/messages.ts`. */
function collect(language: 'zh' | 'en'): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.split('/')[1] ?? path, texts[language]]),
  )
}

export const i18n = createI18n<false>({
  legacy: false,
  locale: remembered<Locale>('locale') === 'en' ? 'en' : 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': collect('zh'), en: collect('en') } as never,
})

export const locale = computed<Locale>({
  get: () => i18n.global.locale.value as Locale,
  set: (code) => {
    i18n.global.locale.value = code
    remember('locale', code)
  },
})

watch(locale, (code) => document.documentElement.setAttribute('lang', code), { immediate: true })
