import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import type { Running } from './api'
import DrawRunning from './DrawRunning.vue'
import DrawView from './DrawView.vue'
import { draw } from './sample'
import { useDrawProgress } from './useDrawProgress'

const naming: Running = { phase: 'naming', step: 3, steps: 6, done: 300_000, total: 1_500_000 }

describe('how far a draw is', () => {
  const busy = ref<string | null>(null)
  let scope: EffectScope
  let answers: (Running | undefined | Error)[] = []
  let asked = 0

  const use = () => {
    const found = scope.run(() =>
      useDrawProgress(
        ref('d1'),
        () => busy.value,
        () => {
          asked++
          const answer = answers.shift()
          return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
        },
      ),
    )
    if (!found) throw new Error('no scope')
    return found
  }

  beforeEach(() => {
    vi.useFakeTimers()
    scope = effectScope()
    busy.value = null
    answers = []
    asked = 0
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })

  async function send(command: string | null): Promise<void> {
    busy.value = command
    await nextTick()
  }

  it('is not asked for before a second has passed, nor for any other command', async () => {
    const shown = use()
    await send('commit')
    await vi.advanceTimersByTimeAsync(5000)
    await send(null)
    await send('draw')
    await vi.advanceTimersByTimeAsync(900)
    await send(null)
    await vi.advanceTimersByTimeAsync(5000)
    expect(shown.value).toBeNull()
    expect(asked).toBe(0)
  })

  it.each(['draw', 'draw-round'])(
    'is asked each second while %s is on its way, and then no more',
    async (name) => {
      answers = [undefined, naming, new Error('no network'), { ...naming, done: 600_000 }]
      const shown = use()
      await send(name)
      await vi.advanceTimersByTimeAsync(1000)
      expect(shown.value).toEqual({ at: null })
      await vi.advanceTimersByTimeAsync(1000)
      expect(shown.value).toEqual({ at: naming })
      await vi.advanceTimersByTimeAsync(1000)
      expect(shown.value).toEqual({ at: naming })
      await vi.advanceTimersByTimeAsync(1000)
      expect(shown.value?.at?.done).toBe(600_000)
      expect(asked).toBe(4)
      await send(null)
      expect(shown.value).toBeNull()
      await vi.advanceTimersByTimeAsync(5000)
      expect(asked).toBe(4)
    },
  )

  it('is not asked for a page that was left', async () => {
    use()
    await send('draw')
    await vi.advanceTimersByTimeAsync(1000)
    scope.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked).toBe(1)
  })
})

describe('the bar of a draw', () => {
  const bar = (at: Running | null) => mount(DrawRunning, { props: { at } })
  const share = (at: Running | null) => bar(at).get('[role=progressbar]').attributes('aria-valuenow')

  it('says the step in words and numbers, and why nobody can stop it', () => {
    const shown = bar(naming)
    expect(shown.get('[role=status]').text()).toContain('第 3 步，共 6 步： 查找抽中的是谁')
    expect(shown.get('[data-test=counted]').text()).toBe('300,000 / 1,500,000')
    expect(shown.text()).toContain('不能取消')
    expect(shown.find('button').exists()).toBe(false)
  })

  it('goes on and never back', () => {
    expect(share(null)).toBe('0')
    expect(share({ ...naming, step: 2, done: 0, total: 0 })).toBe('16')
    expect(share(naming)).toBe('36')
    expect(share({ ...naming, done: 1_500_000 })).toBe('50')
    expect(share({ ...naming, step: 4, done: 0, total: 0 })).toBe('50')
    expect(
      bar({ ...naming, total: 0 })
        .find('[data-test=counted]')
        .exists(),
    ).toBe(false)
  })

  it('stands in the dialog in which the draw was begun, until the answer is there', async () => {
    const revealed = draw({ state: 'revealed', allowedCommands: ['draw'], missing: [] })
    const shown = mount(DrawView, { props: { draw: revealed, check: null }, attachTo: document.body })
    await shown.get('.now [data-command=draw]').trigger('click')
    const dialog = () => document.querySelector('.el-dialog [data-test=running]')
    await shown.setProps({ busy: 'draw' })
    expect(dialog()).toBeNull()
    await shown.setProps({ running: { at: naming } })
    expect(dialog()?.textContent).toContain('查找抽中的是谁')
    await shown.setProps({ busy: null, running: null })
    expect(dialog()).toBeNull()
    shown.unmount()
  })
})
