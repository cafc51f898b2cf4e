import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { CeilingList } from './api'
import CeilingsView from './CeilingsView.vue'

const list = (more: Partial<CeilingList> = {}): CeilingList => ({
  year: 2026,
  ceilings: [
    {
      department: { id: 'd', name: '示范市市场监督管理局' },
      riskClass: '',
      max: 2,
      document: '局公告〔2026〕1 号',
      publishedOn: '2026-01-05',
    },
  ],
  allowedCommands: ['publish'],
  ...more,
})
const view = (data: CeilingList | null, props: Record<string, unknown> = {}) =>
  mount(CeilingsView, { props: { data, open: false, ...props }, attachTo: document.body })

describe('ceilings of inspections', () => {
  it('say who publishes them, for whom, and where', async () => {
    const shown = view(list())
    await flushPromises()
    const text = shown.text()
    expect(text).toContain('示范市市场监督管理局')
    expect(text).toContain('全部对象')
    expect(text).toContain('2 次')
    expect(text).toContain('局公告〔2026〕1 号')
  })

  it('are entered by those who may', async () => {
    const shown = view(list())
    await shown.get('[data-command=publish]').trigger('click')
    expect(shown.emitted('start')).toHaveLength(1)
    expect(
      view(list({ allowedCommands: [] }))
        .find('[data-command=publish]')
        .exists(),
    ).toBe(false)
  })

  it('say so where there are none', () => {
    expect(view(list({ ceilings: [] })).text()).toContain('还没有部门公布')
  })
})
