import { computed, onScopeDispose, ref, watch } from 'vue'
import { read, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import { newKey } from '@/api/key'
import { isAbort, problemOf, type Problem } from '@/api/problem'
import { getPoolPlan } from './api'
import type { PoolPlan } from './poolPlan'

const EVERY = 1_000

/** The pool of a task, read again with every new answer about the task; work on it is followed until it ends. */
export function usePoolPlan(id: () => string, task: () => object | null | undefined, ended: () => unknown) {
  const plan = ref<PoolPlan | null>(null)
  const job = ref<Schemas['kernel.JobView'] | null>(null)
  const problem = ref<Problem | null>(null)
  const leaving = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => {
    leaving.abort()
    clearTimeout(timer)
  })
  const running = computed(() => (plan.value?.run?.outcome === 'running' ? plan.value.run.jobId : null))

  async function reload(): Promise<void> {
    try {
      plan.value = await getPoolPlan(id(), leaving.signal)
      problem.value = null
    } catch (thrown) {
      if (!isAbort(thrown)) problem.value = problemOf(thrown)
    }
  }

  async function look(): Promise<void> {
    clearTimeout(timer)
    const asked = running.value
    if (!asked || leaving.signal.aborted) {
      job.value = null
      return
    }
    const found = await read('/api/jobs/{id}', { path: { id: asked }, signal: leaving.signal }).catch(() => null)
    if (leaving.signal.aborted) return
    if (found) job.value = found
    if (found && !['waiting', 'running'].includes(found.state)) {
      await reload()
      await ended()
    } else timer = setTimeout(() => void look(), EVERY)
  }

  async function cancel(): Promise<void> {
    const one = job.value
    if (one) await write('/api/jobs/{id}/cancel', { path: { id: one.id }, key: newKey() })
  }

  watch([id, task], () => task() && void reload(), { immediate: true })
  watch(running, () => void look())
  return { plan, job, problem, cancel }
}
