import { onScopeDispose, reactive, watch, type WatchSource } from 'vue'
import { isAbort, problemOf, type Problem } from '@/api/problem'
import { locale } from '@/i18n'

export interface ReadState<T> {
  data: T | null
  loading: boolean
  problem: Problem | null
}

/** Reads something that is neither a list with pages nor a detail with commands; again when `when` or the language changes. */
export function useRead<T>(load: (signal: AbortSignal) => Promise<T>, ...when: WatchSource[]) {
  const state = reactive({ data: null, loading: true, problem: null }) as ReadState<T>
  let running = new AbortController()

  async function reload(): Promise<void> {
    running.abort()
    const mine = (running = new AbortController())
    state.loading = true
    try {
      const data = await load(mine.signal)
      if (mine !== running) return
      Object.assign(state, { data, problem: null })
    } catch (thrown) {
      if (mine !== running || isAbort(thrown)) return
      state.problem = problemOf(thrown)
    } finally {
      if (mine === running) state.loading = false
    }
  }

  watch([locale, ...when], () => void reload())
  onScopeDispose(() => running.abort())
  void reload()
  return { state, reload }
}
