import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { change, task } from './sample'
import { cellsOf, clusters, daysLeft, rangeOf, step } from './schedule'
import ScheduleView from './ScheduleView.vue'
import { together } from './staffing'
import { leaveBody, leaveFields } from './staffingForms'
import StaffingView from './StaffingView.vue'
import type { Schedule, Stop, TeamPreview } from './teamApi'
import { formFields } from './teams'
import TeamsTab from './TeamsTab.vue'

const preview = (more: Partial<TeamPreview> = {}): TeamPreview => ({
  ways: ['per-department', 'unified'],
  way: 'unified',
  joint: true,
  visits: 3,
  places: 3,
  people: 2,
  out: { 'licence-expired': 2, 'accompanies-only': 1 },
  shortfall: {
    places: 3,
    people: 2,
    room: 1,
    missing: 2,
    lines: [
      {
        department: { id: 'd1', name: '市场监管局' },
        items: ['SP-01 食品销售'],
        from: '2026-06-03',
        to: '2026-06-03',
        visits: 3,
        places: 3,
        able: 2,
        free: 1,
      },
    ],
  },
  waysOut: [
    { way: 'cross-section-draw', trainingFirst: true },
    { way: 'designation', trainingFirst: false },
  ],
  demands: ['principal-decision'],
  clauses: ['ZB-10'],
  allowedCommands: ['report-shortage'],
  ...more,
})
const stubs = { 'router-link': { props: ['to'], template: '<a :href="to"><slot /></a>' } }
const tab = (more: Partial<TeamPreview> = {}) =>
  mount(TeamsTab, { props: { preview: preview(more) }, global: { stubs } })

describe('the preview of teams', () => {
  it('lists who is missing, for what, when, and adds it up', () => {
    const row = tab().get('.lines tbody tr')
    expect(row.findAll('td').map((cell) => cell.text())).toEqual([
      '市场监管局',
      'SP-01 食品销售',
      '2026-06-03',
      '3',
      '3',
      '2',
      '1',
    ])
    const text = tab().text()
    expect(text).toContain('最多补上 1 个，缺 2 个')
  })

  it('offers the ways that the rules give, with what each needs, and no others', () => {
    const shown = tab()
    expect(shown.findAll('.out button').map((one) => one.text())).toEqual(['跨科室随机抽取', '直接指派'])
    expect(shown.findAll('.out a').map((one) => one.text())).toEqual([
      '补充执法人员名录',
      '调整每人每月检查次数',
    ])
    void shown.get('.out button').trigger('click')
    expect(shown.emitted('report')?.[0]).toEqual(['cross-section-draw'])
    expect(shown.text()).toContain('由主要负责人决定')
    expect(shown.get('.out li').text()).toContain('先培训，后抽取')
  })

  it('shows the ways without buttons to those who only look', () => {
    expect(tab({ allowedCommands: [] }).findAll('.out button')).toHaveLength(0)
  })

  it('says that there are people enough, and asks again for another way to draw', async () => {
    const shown = tab({ shortfall: undefined })
    expect(shown.find('.short').exists()).toBe(false)
    expect(shown.text()).toContain('人员足够')
    const [first] = shown.findAll('input[type=radio]')
    await first?.setValue(true)
    await nextTick()
    expect(shown.emitted('look')?.[0]).toEqual(['per-department'])
  })
})

describe('requests that wait', () => {
  it('are approved together where one draw does for several, and one by one otherwise', () => {
    const across = { way: 'cross-section-draw' as const }
    const all = [change(across), change({ ...across, id: 'c2' }), change({ id: 'c3' })]
    expect(together(all).map((group) => group.map((one) => one.id))).toEqual([['c1', 'c2']])
    expect(together([change(across)])).toEqual([])
    const shown = mount(StaffingView, { props: { changes: all, inspectors: [] }, global: { stubs } })
    void shown.get('.actions button').trigger('click')
    expect(shown.emitted<[unknown[]]>('together')?.[0]?.[0]).toHaveLength(2)
    expect(shown.text()).toContain('由节能与综合利用科负责人决定')
  })

  it('say so when there are none', () => {
    const shown = mount(StaffingView, { props: { changes: [], inspectors: [] }, global: { stubs } })
    expect(shown.text()).toContain('没有等待您决定的申请')
  })
})

describe('forming teams', () => {
  it('asks who draws only where several take part and the rules leave the choice', () => {
    const t = (key: string) => key
    const one = task()
    expect(formFields(one, t).map((field) => field.key)).toEqual(['teams'])
    const item = one.items[0] as (typeof one.items)[0]
    const joint = {
      items: [item, { ...item, id: 'i2', department: { id: 'd2', name: '应急管理局' } }],
      teamWays: ['per-department', 'unified'],
    }
    expect(formFields(joint, t).map((field) => field.key)).toEqual(['way', 'teams'])
    expect(formFields({ ...joint, teamWays: ['unified'] }, t)).toHaveLength(1)
  })
})

const stop = (more: Partial<Stop> = {}): Stop => ({
  id: 'v1',
  version: 1,
  number: 'V-1',
  targetName: '晨光机械',
  department: { id: 'd1', name: '节能科' },
  regionCode: '370303',
  regionName: '张店区',
  from: '2026-06-01',
  to: '2026-06-30',
  plannedOn: '2026-06-10',
  state: 'dispatched',
  team: ['李文静', '赵一鸣'],
  ...more,
})

describe('the calendar', () => {
  it('knows its weeks and months', () => {
    expect(rangeOf('month', '2026-02-10')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(rangeOf('week', '2026-06-10')).toEqual({ from: '2026-06-08', to: '2026-06-14' })
    expect(step('month', '2026-12-31', 1)).toBe('2027-01-01')
    expect(cellsOf(rangeOf('month', '2026-06-10'))).toHaveLength(35)
  })

  it('puts visits of one county together and counts the days that are left', () => {
    const near = clusters([stop(), stop({ id: 'v2', regionName: '临淄区' }), stop({ id: 'v3' })])
    expect(near.map((one) => [one.region, one.stops.length])).toEqual([
      ['张店区', 2],
      ['临淄区', 1],
    ])
    expect(daysLeft(stop(), '2026-06-28')).toBe(2)
    expect(daysLeft(stop({ state: 'finished' }), '2026-07-28')).toBeNull()
  })

  it('shows a visit on its day, warns where time runs out, and lists what has no day', () => {
    const schedule: Schedule = {
      today: '2026-06-28',
      stops: [stop(), stop({ id: 'v2', targetName: '海岳新材', plannedOn: undefined })],
    }
    const shown = mount(ScheduleView, {
      props: { schedule, span: 'month', day: '2026-06-10', mine: true, inspects: true },
      global: { stubs },
    })
    const cell = shown.findAll('.cell').find((one) => one.attributes('aria-label') === '2026-06-10')
    expect(cell?.text()).toContain('晨光机械')
    expect(cell?.text()).toContain('还有 2 天')
    expect(shown.get('.list').text()).toContain('海岳新材')
  })

  it('says so where there is nothing', () => {
    const shown = mount(ScheduleView, {
      props: {
        schedule: { today: '2026-06-28', stops: [] },
        span: 'week',
        day: '2026-06-10',
        mine: false,
        inspects: false,
      },
      global: { stubs },
    })
    expect(shown.text()).toContain('这段时间没有检查')
  })
})

describe('being away', () => {
  it('asks for all open visits of the time, and marks a reason of one’s own', () => {
    const t = (key: string) => key
    const fields = leaveFields([stop(), stop({ id: 'v2' })], t, (_, name) => name)
    expect(fields[0]?.value).toEqual(['v1', 'v2'])
    expect(leaveFields([], t, (_, name) => name)).toEqual([])
    expect(
      leaveBody('p1', { visitIds: ['v1'], reason: 'other', reasonText: ' 借调 ', statement: '附函' }),
    ).toEqual({ inspectorId: 'p1', visitIds: ['v1'], reason: 'other:借调', statement: '附函' })
  })
})
