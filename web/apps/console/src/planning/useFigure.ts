import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { isAbort } from '@/api/problem'

export interface Figure<T> {
  value: T | null
  failed: boolean
  busy: boolean
}

/**
 * Something computed elsewhere, anew whenever `of` changes; an answer that comes too late is dropped. What takes long is
 * asked for again only once nothing has changed for `rest` milliseconds.
 */
export function useFigure<T>(
  of: () => string | null,
  ask: (signal: AbortSignal) => Promise<T>,
  rest = 0,
): Ref<Figure<T>> {
  const figure = ref<Figure<T>>({ value: null, failed: false, busy: false }) as Ref<Figure<T>>
  let running = new AbortController()

  async function compute(what: string | null): Promise<void> {
    running.abort()
    if (what === null) {
      figure.value = { value: null, failed: false, busy: false }
      return
    }
    const mine = (running = new AbortController())
    figure.value = { ...figure.value, busy: true }
    try {
      const value = await ask(mine.signal)
      if (mine === running) figure.value = { value, failed: false, busy: false }
    } catch (thrown) {
      if (mine === running && !isAbort(thrown)) figure.value = { ...figure.value, failed: true, busy: false }
    }
  }

  let waiting: ReturnType<typeof setTimeout> | undefined
  watch(
    of,
    (now, before) => {
      clearTimeout(waiting)
      if (rest === 0 || before === undefined) void compute(now)
      else waiting = setTimeout(() => void compute(now), rest)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(waiting)
    running.abort()
  })
  return figure
}
