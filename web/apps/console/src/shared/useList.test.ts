import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { describe, expect, it } from 'vitest'
import type { ListQuery, ListResult } from '@/api/list'
import { Refusal } from '@/api/problem'
import { useList } from './useList'

type Row = string
type Load = (query: ListQuery, signal: AbortSignal) => Promise<ListResult<Row>>
const rows = (...items: Row[]): ListResult<Row> => ({
  items,
  total: items.length,
  totalExact: true,
  page: 1,
  size: 20,
})

async function use(load: Load, address = '/') {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { render: () => null }, meta: { title: 'x' } }],
  })
  await router.push(address)
  let used: ReturnType<typeof useList<Row>> | undefined
  mount(
    defineComponent({
      setup() {
        used = useList(load)
        return () => null
      },
    }),
    { global: { plugins: [router] } },
  )
  if (!used) throw new Error('not set up')
  return { ...used, router }
}

describe('useList', () => {
  it('asks what the address asks', async () => {
    const asked: ListQuery[] = []
    await use((query) => {
      asked.push(query)
      return Promise.resolve(rows())
    }, '/?page=2&q=机械&region=370300')
    expect(asked).toEqual([{ page: 2, size: 20, sort: [], q: '机械', filters: { region: '370300' } }])
  })

  it('writes what is asked into the address', async () => {
    const { ask, state, router } = await use(() => Promise.resolve(rows('a')))
    ask({ ...state.query, page: 3, filters: { credit: ['A', 'B'] } })
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ page: '3', credit: ['A', 'B'] })
  })

  it('counts only the answer to the latest question', async () => {
    const answers: ((result: ListResult<Row>) => void)[] = []
    const signals: AbortSignal[] = []
    const { ask, state } = await use((_, signal) => {
      signals.push(signal)
      return new Promise((resolve) => answers.push(resolve))
    })
    ask({ ...state.query, q: 'x' })
    answers[1]?.(rows('new'))
    await flushPromises()
    answers[0]?.(rows('old'))
    await flushPromises()
    expect(state.result?.items).toEqual(['new'])
    expect(signals[0]?.aborted).toBe(true)
    expect(state.loading).toBe(false)
  })

  it('keeps the rows it has when the next question is refused', async () => {
    let good = true
    const { reload, state } = await use(() =>
      good
        ? Promise.resolve(rows('a'))
        : Promise.reject(new Refusal({ type: 'x', title: 'no', status: 503 })),
    )
    await flushPromises()
    good = false
    await reload()
    expect(state.problem?.status).toBe(503)
    expect(state.result?.items).toEqual(['a'])
  })
})
