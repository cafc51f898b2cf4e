import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import AnswerOverview from './AnswerOverview.vue'
import type { JointYear } from './api'

const emergency = { id: '7', name: '市应急管理局' }
const market = { id: '8', name: '市市场监督管理局' }

describe('the answers of a year', () => {
  const answers: JointYear['answers'] = [
    { department: emergency, state: 'proposed', numbers: ['J-2026-0001'], declared: null },
    {
      department: market,
      state: 'nothing',
      numbers: [],
      declared: { person: '王主任', at: '2026-01-05T02:00:00Z', note: '没有跨部门事项' },
    },
    { department: { id: '9', name: '市生态环境局' }, state: 'missing', numbers: [], declared: null },
  ]

  it('tell who proposed, who has nothing to propose, and who has not answered', () => {
    const view = mount(AnswerOverview, { props: { answers } })
    const row = (state: string) => view.get(`[data-answer=${state}]`).text()
    expect(row('proposed')).toContain('J-2026-0001')
    expect(row('nothing')).toContain('没有跨部门事项')
    expect(row('nothing')).toContain('王主任')
    expect(row('missing')).toContain('未答复')
    expect(view.find('[data-test=nothing]').exists()).toBe(false)
  })

  it('are given here by a department that has nothing to propose', async () => {
    const view = mount(AnswerOverview, { props: { answers, mayDeclare: true } })
    await view.get('[data-test=nothing]').trigger('click')
    expect(view.emitted('declare')).toHaveLength(1)
  })
})
