import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, ref } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { Refusal, type Problem } from '@/api/problem'
import { locale } from '@/i18n'
import { useDetail } from './useDetail'

interface Plan {
  version: number
  allowedCommands: string[]
}
const plan = (version: number): Plan => ({ version, allowedCommands: ['approve'] })
const refuse = (status: number) => new Refusal({ type: 'x', title: 'no', status } satisfies Problem)
const sent = { name: 'approve', values: { note: 'ok' }, key: 'k-1' }

type Load = (id: string, signal: AbortSignal) => Promise<Plan>
type Send = Parameters<typeof useDetail<Plan>>[2]

function use(load: Load, send: Send = () => Promise.reject(new Error('not asked for'))) {
  const id = ref('1')
  let used: ReturnType<typeof useDetail<Plan>> | undefined
  const page = mount(
    defineComponent({
      setup() {
        used = useDetail(id, load, send)
        return () => null
      },
    }),
  )
  if (!used) throw new Error('not set up')
  return { ...used, id, page }
}

/** Toasts on the screen. */
const said = () =>
  [...document.querySelectorAll('.el-message--success')].map((toast) => toast.textContent.trim())

describe('useDetail', () => {
  it('sends version and key, and keeps the fresh detail', async () => {
    const send = vi.fn<Send>(() => Promise.resolve(plan(8)))
    const { state, command } = use(() => Promise.resolve(plan(7)), send)
    await flushPromises()
    await command(sent)
    expect(send).toHaveBeenCalledWith('1', sent, { key: 'k-1', version: 7 })
    expect(state.detail?.version).toBe(8)
    expect(state.busy).toBeNull()
  })

  it('sends nothing while another command is on its way', async () => {
    let answer: (detail: Plan) => void = () => undefined
    const send = vi.fn<Send>(() => new Promise((resolve) => (answer = resolve)))
    const { state, command } = use(() => Promise.resolve(plan(7)), send)
    await flushPromises()
    const first = command(sent)
    await command(sent)
    expect(state.busy).toBe('approve')
    answer(plan(8))
    await first
    expect(send).toHaveBeenCalledOnce()
  })

  it('tells a clash of versions from a refusal, and keeps what was shown', async () => {
    let status = 412
    const { state, command, keep } = use(
      () => Promise.resolve(plan(7)),
      () => Promise.reject(refuse(status)),
    )
    await flushPromises()
    await command(sent)
    expect([state.clash, state.refused]).toEqual([true, null])
    keep()
    status = 409
    await command(sent)
    expect([state.clash, state.refused?.status, state.detail?.version]).toEqual([false, 409, 7])
  })

  it.each([409, 412])(
    'no longer says done of the step before once the next is refused with %i',
    async (status) => {
      const send = vi.fn<Send>(() => Promise.reject(refuse(status))).mockResolvedValueOnce(plan(8))
      const { command } = use(() => Promise.resolve(plan(7)), send)
      await flushPromises()
      await command(sent)
      expect(said()).toEqual(['已完成'])
      await command(sent)
      await vi.waitFor(() => expect(said()).toEqual([]))
    },
  )

  it('drops the answer for a thing that is no longer looked at', async () => {
    const answers: Record<string, (detail: Plan) => void> = {}
    const { state, id } = use((of) => new Promise((resolve) => (answers[of] = resolve)))
    id.value = '2'
    await flushPromises()
    answers['2']?.(plan(2))
    await flushPromises()
    answers['1']?.(plan(1))
    await flushPromises()
    expect(state.detail?.version).toBe(2)
  })

  it('asks again when the language changes, and stops asking when the page is left', async () => {
    const signals: AbortSignal[] = []
    const { page } = use((_, signal) => {
      signals.push(signal)
      return Promise.resolve(plan(7))
    })
    await flushPromises()
    locale.value = 'en'
    await flushPromises()
    expect(signals).toHaveLength(2)
    page.unmount()
    expect(signals[1]?.aborted).toBe(true)
  })

  it('shows why the thing cannot be read', async () => {
    const { state } = use(() => Promise.reject(refuse(404)))
    await flushPromises()
    expect(state.problem?.status).toBe(404)
    expect(state.loading).toBe(false)
  })
})
