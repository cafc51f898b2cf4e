import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import ClauseChip from './ClauseChip.vue'
import { provideRules } from './clauses'

const answer = {
  rules: [
    { rule: 'joint-tasks', clauses: ['TZ-17', 'TZ-19'] },
    { rule: 'draw-witness', clauses: ['SL-11'] },
  ],
  cited: [
    { clause: 'TZ-17', article: '第十七条', words: '《细则》第十七条', own: true },
    { clause: 'TZ-19', article: '第十九条', words: '《细则》第十九条', own: true },
    { clause: 'SL-11', article: '第十一条', words: '《基础规则》第十一条', own: false },
  ],
}
const load = vi.fn()

const under = (profileId: string, clause: string | string[]) =>
  mount(
    defineComponent({
      setup() {
        provideRules(() => ({ profileId, profileVersion: '1' }), load)
        return () => h(ClauseChip, { clause })
      },
    }),
  )

describe('a clause beside what it asks for', () => {
  it('is that of the rule that binds, in the words of its document, read once', async () => {
    load.mockResolvedValue(answer)
    const chip = under('taizhou', 'joint-tasks')
    const other = under('taizhou', ['draw-witness', 'TZ-17'])
    await flushPromises()
    expect(chip.findAll('abbr').map((one) => one.text())).toEqual(['第十七条', '第十九条'])
    expect(chip.get('abbr').attributes('title')).toContain('《细则》第十七条')
    expect(other.findAll('abbr').map((one) => one.text())).toEqual(['基础规则第十一条', '第十七条'])
    expect(load).toHaveBeenCalledOnce()
  })

  it('is left out where the rules that bind say nothing of it, and is an id without its words', async () => {
    load.mockClear().mockRejectedValue(new TypeError('no network'))
    const chip = under('nowhere', ['joint-tasks', 'TZ-17'])
    expect(chip.findAll('abbr').map((one) => one.text())).toEqual(['§ TZ-17'])
    await flushPromises()
    expect(
      mount(ClauseChip, { props: { clause: 'joint-tasks' } })
        .find('abbr')
        .exists(),
    ).toBe(false)
  })
})
