import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { Running } from './api'

/** What takes no longer needs no words. */
const LONG = 1000
const LOOK_EVERY = 1000
const DRAWS = ['draw', 'draw-round']

/** A draw on its way: how far it is, or null while that is not known. */
export interface DrawOnItsWay {
  at: Running | null
}

/**
 * While the request that draws is on its way for longer than a second: how far the draw is. Nothing is asked otherwise,
 * and what cannot be asked changes nothing, for the answer of the draw itself is what counts.
 */
export function useDrawProgress(
  id: Ref<string>,
  busy: () => string | null,
  look: (id: string, signal: AbortSignal) => Promise<Running | undefined>,
): Ref<DrawOnItsWay | null> {
  const shown = ref<DrawOnItsWay | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  function stop(): void {
    clearTimeout(timer)
    asking?.abort()
    asking = undefined
    shown.value = null
  }

  async function ask(mine: AbortController): Promise<void> {
    shown.value ??= { at: null }
    try {
      const at = await look(id.value, mine.signal)
      // The last word stays while the answer itself comes down the line.
      if (mine === asking && at) shown.value = { at }
    } catch {
      // The next time.
    }
    if (mine === asking) timer = setTimeout(() => void ask(mine), LOOK_EVERY)
  }

  watch(busy, (now) => {
    stop()
    if (now === null || !DRAWS.includes(now)) return
    const mine = (asking = new AbortController())
    timer = setTimeout(() => void ask(mine), LONG)
  })
  onScopeDispose(stop)
  return shown
}
