import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { PlanLine } from './api'
import PlanView from './PlanView.vue'
import { line, plan } from './sample'

describe('a plan', () => {
  it('shows scope, ratios and expected numbers of each line, today and when it was submitted', () => {
    const text = mount(PlanView, { props: { plan } }).text()
    expect(text).toContain('企业；安全生产')
    expect(text).toContain('A 3%')
    expect(text).toContain('61 / 2,000')
    expect(text).toContain('3.05%')
    expect(text).toContain('提交时 60 / 1,990 户')
    expect(text).toContain('2,000 户中预计抽查 61 户（3.05%）')
  })

  it('says who takes part, fixed numbers, key targets, weights, and who draws', () => {
    const joint: PlanLine = {
      ...line,
      ratesBp: { K: 5000 },
      counts: { D: 70 },
      subRegistries: [{ id: 'r1', name: '加油站' }],
      arrangement: {
        participants: [{ id: '7', name: '应急管理局' }],
        handling: 'handed-down',
        weights: { '370303': 1, '370305': 3 },
        methods: ['on-site'],
        form: 'special-campaign',
        otherDemands: '检查前核对名录',
        visitsPerDay: 2,
      },
    }
    const text = mount(PlanView, {
      props: { plan: { ...plan, current: { ...plan.current, lines: [joint] } } },
    }).text()
    for (const words of [
      'D 70 户',
      'K 50%',
      '企业；加油站；安全生产',
      '参与部门：应急管理局',
      '本级抽取、下发检查',
      '专项检查',
      '实地核查',
      '370303 1、370305 3',
      '检查前核对名录',
    ])
      expect(text).toContain(words)
  })

  it('leads to a task only when it binds and the person may open tasks', () => {
    const link = (more: object, may = true) =>
      mount(PlanView, { props: { plan: { ...plan, ...more }, mayOpenTask: may } }).find(
        'a[href="/tasks/new?line=l1"]',
      )
    expect(link({}).text()).toBe('据此开展任务')
    expect(link({}, false).exists()).toBe(false)
    expect(link({ current: { ...plan.current, state: 'draft' } }).exists()).toBe(false)
  })
})
