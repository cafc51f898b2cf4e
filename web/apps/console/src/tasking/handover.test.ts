import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ColleagueMatters } from '@/organisation/api'
import HandoverView from './HandoverView.vue'
import { leaveFields } from './staffingForms'
import type { Places } from './teamApi'

const matters: ColleagueMatters = {
  id: 'p1',
  person: { id: 'n1', name: '赵志远' },
  department: { id: 'd1', name: '节能科' },
  title: '一级科员',
  roles: ['inspector'],
  until: '2026-12-31',
  todos: [
    {
      kind: 'enter-record',
      title: '张店化工有限公司',
      due: '2026-12-04',
      provisional: false,
      link: '/visits/v1',
      ref: 'V-2026-0003',
    },
  ],
  others: [{ id: 'n2', name: '钱慧' }],
}
const places: Places = {
  inspectorId: 'i1',
  mayReplace: true,
  visits: [
    {
      id: 'v1',
      number: 'V-2026-0003',
      targetId: 'g1',
      unitId: '91370303MA3C000012',
      targetName: '张店化工有限公司',
      department: { id: 'd1', name: '节能科' },
      from: '2026-11-23',
      to: '2026-12-04',
      state: 'dispatched',
      items: 1,
    },
  ],
}
const page = (more: Partial<ColleagueMatters> = {}, of: Partial<Places> = {}) =>
  mount(HandoverView, {
    props: { matters: { ...matters, ...more }, places: { ...places, ...of }, today: '2026-11-30' },
  })

describe('hand-over of a post', () => {
  it('says what waits, until when, and who can go on', () => {
    const view = page()
    expect(view.get('h1').text()).toBe('赵志远的岗位交接')
    expect(view.text()).toContain('任职至 2026-12-31')
    expect(view.get('.what a').attributes('href')).toBe('/visits/v1')
    expect(view.get('[role=alert]').text()).toContain('钱慧与其在同一科室、角色相同')
    expect(view.get('[role=alert]').text()).toContain('检查记录只由检查组填写')
    const officer = page({}, { inspectorId: null, visits: [] })
    expect(officer.get('[role=alert]').text()).toContain('可以直接接着办')
  })

  it('says what to do where nobody else can', () => {
    expect(page({ others: [] }).get('[role=alert]').text()).toContain('本科室没有角色相同的人员')
  })

  it('asks for others in all open places, by who may', async () => {
    const view = page()
    await view.get('#places + .el-button, header .el-button').trigger('click')
    expect(view.emitted('replace')).toHaveLength(1)
    const other = page({}, { mayReplace: false })
    expect(other.find('header .el-button').exists()).toBe(false)
    expect(other.text()).toContain('由本科室经办人提出更换申请')
    const fields = leaveFields(
      places.visits,
      (key) => key,
      (prefix, name) => `${prefix}.${name}`,
      'post-change',
    )
    expect(fields.map((one) => [one.key, one.value])).toEqual([
      ['visitIds', ['v1']],
      ['reason', 'post-change'],
      ['reasonText', undefined],
      ['statement', undefined],
    ])
  })

  it('shows no places of somebody who is no inspector, and is calm when nothing waits', () => {
    const view = page({ todos: [] }, { inspectorId: null, visits: [] })
    expect(view.find('#places').exists()).toBe(false)
    expect(view.text()).toContain('没有待办事项')
    expect(view.find('[role=alert]').exists()).toBe(false)
  })
})
