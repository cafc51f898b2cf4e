import { onScopeDispose, ref, watch } from 'vue'
import { getJob, type Job } from './api'

const EVERY = 1_000

/** Follows the job that `id` names until it ends, then calls `done`. A look that fails is made again. */
export function useJob(id: () => string | null | undefined, done: () => unknown) {
  const job = ref<Job | null>(null)
  const leaving = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => {
    leaving.abort()
    clearTimeout(timer)
  })

  async function look(): Promise<void> {
    clearTimeout(timer)
    const asked = id()
    if (!asked || leaving.signal.aborted) {
      job.value = null
      return
    }
    const found = await getJob(asked, leaving.signal).catch(() => null)
    if (leaving.signal.aborted) return
    if (found) job.value = found
    if (found && !['waiting', 'running'].includes(found.state)) {
      job.value = null
      await done()
    } else timer = setTimeout(() => void look(), EVERY)
  }

  watch(id, () => void look(), { immediate: true })
  return { job, follow: () => void look() }
}
