import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ConfirmationState } from './api'
import ConfirmationPanel from './ConfirmationPanel.vue'

const state: ConfirmationState = {
  body: { id: '1', name: '示范市工业和信息化局' },
  demanded: true,
  withinDays: 30,
  eachTask: true,
  clauses: ['PDS-11'],
  lack: null,
  confirmations: [
    {
      at: '2026-11-28T02:00:00Z',
      by: '林晓',
      department: { id: '2', name: '节能科' },
      post: '',
      roles: ['SECTION_OFFICER'],
      counted: 30241,
      note: '十一月更新',
    },
  ],
  allowedCommands: ['confirm'],
}
const show = (other: Partial<ConfirmationState> = {}) =>
  mount(ConfirmationPanel, { props: { state: { ...state, ...other } } })

describe('the confirmation of a registry', () => {
  it('tells who said so, in which post, when, and of how many', () => {
    const text = show().text()
    expect(text).toContain('林晓（节能科，业务科室经办人）')
    expect(text).toContain('30241')
    expect(text).toContain('30 天内有效')
    expect(text).toContain('PDS-11')
  })

  it('says what is missing, and is silent where nothing is demanded', () => {
    expect(show({ lack: 'never', confirmations: [] }).text()).toContain('抽取前须确认')
    const silent = show({ demanded: false, clauses: ['SL-33'], confirmations: [] }).text()
    expect(silent).toContain('还没有确认过')
    expect(silent).not.toContain('SL-33')
  })

  it('has its button for those who keep the registry only', async () => {
    expect(show({ allowedCommands: [] }).find('[data-command=confirm]').exists()).toBe(false)
    const panel = show()
    await panel.get('[data-command=confirm]').trigger('click')
    expect(panel.emitted('start')).toHaveLength(1)
  })
})
