import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useFigure } from './useFigure'

describe('a figure', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('that takes long is asked for at once, and again only once its question rests', async () => {
    const scope = effectScope()
    const question = ref<string | null>('1')
    const ask = vi.fn(() => Promise.resolve(question.value))
    const figure = scope.run(() => useFigure(() => question.value, ask, 500))
    await flushPromises()
    expect(figure?.value.value).toBe('1')
    question.value = '12'
    await nextTick()
    vi.advanceTimersByTime(400)
    question.value = '123'
    await nextTick()
    vi.advanceTimersByTime(400)
    expect(ask).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(100)
    await flushPromises()
    expect(ask).toHaveBeenCalledTimes(2)
    expect(figure?.value.value).toBe('123')
    question.value = '1234'
    await nextTick()
    scope.stop()
    vi.advanceTimersByTime(1_000)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('drops an answer that comes too late, and has none without a question', async () => {
    const question = ref<string | null>('slow')
    const answers: Record<string, (value: string) => void> = {}
    const scope = effectScope()
    const figure = scope.run(() =>
      useFigure(
        () => question.value,
        () => new Promise<string>((resolve) => (answers[question.value ?? ''] = resolve)),
      ),
    )
    question.value = 'fast'
    await nextTick()
    answers.fast?.('fast')
    await flushPromises()
    answers.slow?.('slow')
    await flushPromises()
    expect(figure?.value.value).toBe('fast')
    question.value = null
    await nextTick()
    expect(figure?.value).toEqual({ value: null, failed: false, busy: false })
    scope.stop()
  })
})
