import { ElMessage } from 'element-plus'
import { onScopeDispose, ref } from 'vue'
import { newKey } from '@/api/key'
import type { ListQuery } from '@/api/list'
import { isAbort, problemOf } from '@/api/problem'
import type { SentCommand } from '@/shared/detail/command'
import { useRead } from '@/shared/useRead'
import { useText } from '@/shared/useText'
import { useWrite } from '@/shared/useWrite'
import {
  cancelJob,
  countTargets,
  exportAddress,
  filterOf,
  getJob,
  getSavedLists,
  getTagging,
  keepList,
  removeList,
  startExport,
  startTagging,
  type Job,
  type SavedList,
} from './api'

/** What is done with everything that a list shows. */
export type Doing = 'export' | 'tag' | 'untag' | 'keep' | null

const EVERY = 1_000

/** Work with a whole list: asked for in a dialog, done by a job that is followed until its end. */
export function useWholeList(query: () => ListQuery, columns: () => string[], done: () => void) {
  const { t } = useText()
  const { state: lists } = useRead(getSavedLists)
  const { state: writing, run, renew } = useWrite()
  const doing = ref<Doing>(null)
  const count = ref<number | null>(null)
  const job = ref<Job | null>(null)
  const file = ref('')
  const leaving = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => {
    leaving.abort()
    clearTimeout(timer)
  })

  async function start(what: Doing): Promise<void> {
    renew()
    count.value = null
    if (what === 'tag' || what === 'untag') {
      const counted = await run(() => countTargets(filterOf(query())))
      if (!counted) return
      count.value = counted.count
    }
    doing.value = what
  }

  async function follow(id: string, end: (job: Job) => void | Promise<void>): Promise<void> {
    try {
      job.value = await getJob(id, leaving.signal)
    } catch (thrown) {
      if (!isAbort(thrown)) writing.problem = problemOf(thrown)
      return
    }
    if (['waiting', 'running'].includes(job.value.state)) {
      timer = setTimeout(() => void follow(id, end), EVERY)
    } else {
      await end(job.value)
    }
  }

  async function send({ values, key }: SentCommand): Promise<void> {
    const filter = filterOf(query())
    if (doing.value === 'keep') {
      const body = {
        name: String(values.name),
        filter,
        sort: query().sort[0] ?? '',
        columns: columns(),
        shared: Boolean(values.shared),
      }
      const kept = await run(() => keepList(body, key))
      if (!kept) return
      lists.data = kept
      ElMessage.success(t('registry.whole.kept', { name: body.name }))
    } else if (doing.value === 'export') {
      const body = {
        filter,
        format: String(values.format),
        fields: values.fields as string[],
        purpose: String(values.purpose ?? '').trim() || null,
      }
      const begun = await run(() => startExport(body, key))
      if (!begun) return
      file.value = ''
      void follow(begun.jobId, (ended) => {
        if (ended.state === 'done') file.value = exportAddress(begun.id)
      })
    } else {
      const body = {
        filter,
        tag: String(values.tag),
        on: doing.value === 'tag',
        reason: String(values.reason),
        counted: count.value ?? 0,
      }
      const begun = await run(() => startTagging(body, key))
      if (!begun) return
      file.value = ''
      void follow(begun.jobId, async (ended) => {
        if (ended.state !== 'done') return
        const { changed } = await getTagging(begun.id)
        ElMessage.success(t('registry.tagged', { count: changed ?? 0 }, changed ?? 0))
        job.value = null
        done()
      })
    }
    doing.value = null
  }

  async function stop(): Promise<void> {
    const one = job.value
    if (one) await run((key) => cancelJob(one.id, key))
  }

  async function remove(list: SavedList): Promise<void> {
    const left = await run(() => removeList(list.id, newKey()))
    if (left) lists.data = left
  }

  return { lists, writing, doing, count, job, file, start, send, stop, remove }
}
