import { reactive } from 'vue'
import { newKey } from '@/api/key'
import { problemOf, type Problem } from '@/api/problem'
import { unsayDone } from './done'

export interface WriteState {
  busy: boolean
  problem: Problem | null
}

/**
 * A form's one write: busy while it is under way, and why it was refused. A retry carries the same key; after a success,
 * or after `renew` (a form that is opened anew), the next write has another.
 */
export function useWrite() {
  const state = reactive<WriteState>({ busy: false, problem: null })
  let key = newKey()

  function renew(): void {
    key = newKey()
    state.problem = null
  }

  async function run<T>(send: (key: string) => Promise<T>): Promise<T | undefined> {
    if (state.busy) return undefined
    state.busy = true
    state.problem = null
    try {
      const answer = await send(key)
      renew()
      return answer
    } catch (thrown) {
      state.problem = problemOf(thrown)
      unsayDone()
      return undefined
    } finally {
      state.busy = false
    }
  }

  return { state, run, renew }
}
