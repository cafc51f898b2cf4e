import { config } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { i18n, locale } from '@/i18n'
import { setNarrow } from './window'

config.global.plugins = [i18n]
config.global.stubs = {
  transition: true,
  RouterLink: defineComponent({
    props: { to: { type: [String, Object], required: true } },
    setup:
      (props, { slots }) =>
      () =>
        h(
          'a',
          { href: typeof props.to === 'string' ? props.to : JSON.stringify(props.to) },
          slots.default?.(),
        ),
  }),
}

// jsdom lays nothing out, so it has no observers; Element Plus only asks that they exist.
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', Observer)

beforeEach(() => {
  setNarrow(false)
  locale.value = 'zh-CN'
  localStorage.clear()
})

afterEach(() => {
  document.body.innerHTML = ''
})
