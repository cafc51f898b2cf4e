import { onScopeDispose, ref } from 'vue'
import { isAbort, problemOf, type Problem } from '@/api/problem'
import { getJob, type Job } from './api'

const EVERY = 1_000

/** A job that is followed until its end. */
export function useJob(ended: () => void | Promise<void>) {
  const job = ref<Job | null>(null)
  const problem = ref<Problem | null>(null)
  const leaving = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => {
    leaving.abort()
    clearTimeout(timer)
  })

  async function follow(id: string): Promise<void> {
    try {
      job.value = await getJob(id, leaving.signal)
    } catch (thrown) {
      if (!isAbort(thrown)) problem.value = problemOf(thrown)
      return
    }
    if (['waiting', 'running'].includes(job.value.state)) {
      timer = setTimeout(() => void follow(id), EVERY)
    } else {
      job.value = null
      await ended()
    }
  }

  return { job, problem, follow }
}
