import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { ItemRow } from '@/catalog/api'
import type { Coverage, PlanDetail, PlanForm, PlanLine } from './api'
import type { LineFigures, Manpower, Neighbour } from './figures'
import LineEditor from './LineEditor.vue'
import { scoped } from './lineFields'
import PlanFormView from './PlanFormView.vue'
import PlanView from './PlanView.vue'
import RatesInput from './RatesInput.vue'
import { sectionsFor } from './sections'
import WeightsInput from './WeightsInput.vue'
import { capOf, errorsOf, sendable, toForm } from './words'

const coverage: Coverage = {
  pool: 2000,
  expected: 61,
  shareBp: 305,
  classes: [{ riskClass: 'A', pool: 2000, rateBp: 300, expected: 61 }],
  regions: [
    { regionCode: '370303', pool: 1500, expected: 46 },
    { regionCode: '370305', pool: 500, expected: 15 },
  ],
}
const manpower: Manpower = {
  visits: 61,
  team: 2,
  perDay: 2,
  days: 80,
  needed: 62,
  available: 60,
  enough: false,
  departments: [{ department: { id: '3', name: '节能与综合利用科' }, inspectors: 1, available: 60 }],
}
const neighbour: Neighbour = {
  line: {
    lineId: 'l9',
    title: '产品质量检查',
    source: 'plan',
    planId: 'p9',
    number: 'P-2026-0009',
    planTitle: '市场监管计划',
    state: 'published',
    lead: { id: '8', name: '市场监督管理局' },
    participants: [{ id: '7', name: '应急管理局' }],
    contact: { id: '5', name: '周岚' },
    from: '2026-05-01',
    to: '2026-09-30',
    handling: 'city-run',
  },
  shared: {
    kinds: ['enterprise'],
    regionCodes: [],
    methods: ['on-site'],
    from: '2026-05-01',
    to: '2026-06-30',
    targets: 1200,
    both: 6,
  },
  own: false,
}
const figures = (more: Partial<LineFigures> = {}): LineFigures => ({
  coverage: () => Promise.resolve(coverage),
  manpower: () => Promise.resolve(manpower),
  ceilings: () => Promise.resolve({ drawn: 40, near: 12, at: 5 }),
  neighbours: () => Promise.resolve([]),
  choices: () =>
    Promise.resolve({
      participants: [{ id: '7', name: '应急管理局' }],
      aboveCounties: true,
      keyTargets: false,
      methods: ['documents', 'on-site'],
      subRegistries: [{ id: 'r1', name: '加油站' }],
    }),
  ...more,
})
const line: PlanLine = {
  id: 'l1',
  position: 1,
  title: '重点用能单位节能检查',
  category: '节能监察',
  itemType: 'general',
  items: [{ id: 'v1', itemId: '7', number: 1, code: 'JN-01', name: '节能检查', category: 'general' }],
  filter: {
    kinds: ['enterprise'],
    regionCodes: [],
    tags: ['work-safety'],
    riskClasses: [],
    subRegistries: [],
  },
  subRegistries: [],
  ratesBp: { A: 300, C: 500 },
  counts: {},
  timesPerYear: 1,
  from: '2026-03-01',
  to: '2026-06-30',
  executing: { id: '3', name: '节能与综合利用科' },
  body: '示范市工业和信息化局',
  arrangement: {
    participants: [],
    handling: 'city-run',
    weights: {},
    methods: [],
    otherDemands: '',
    visitsPerDay: 2,
  },
  coverage,
  ceilings: { drawn: 40, near: 12, at: 5 },
  planned: { pool: 1990, expected: 60 },
}
const plan: PlanDetail = {
  id: 'p1',
  number: 'P-2026-0001',
  year: 2026,
  version: 4,
  department: { id: '3', name: '节能与综合利用科' },
  kind: 'department',
  current: {
    id: 'pv',
    number: 1,
    state: 'published',
    title: '2026 年度抽查计划',
    lines: [line],
    reason: '',
    draftedBy: { id: '1', name: '林晓' },
  },
  bindingNumber: 1,
  versions: [{ number: 1, state: 'published', reason: '' }],
  filings: [],
  filingsOpen: [],
  publishAt: [],
  proposals: [],
  allowedCommands: ['adjust'],
}
const item = (id: string, cap: number | null): ItemRow => ({
  id,
  code: `JN-0${id}`,
  name: `事项${id}`,
  category: cap === null ? 'key' : 'general',
  state: 'published',
  number: 1,
  ratioCapBp: cap,
  targetKind: '',
  department: { id: '4', name: '安全生产科' },
  participants: [],
  version: 1,
  inForceId: `v${id}`,
  changedAt: '2026-01-01T00:00:00Z',
})
const form = (props: Record<string, unknown> = {}) =>
  mount(PlanFormView, {
    props: {
      plan,
      items: [item('1', 500), item('2', 300), item('3', null)],
      sections: [{ id: '3', name: '节能与综合利用科' }],
      section: '3',
      body: '示范市工业和信息化局',
      figures: figures(),
      ...props,
    },
    attachTo: document.body,
  })
const press = async (view: ReturnType<typeof mount>, text: string) =>
  view
    .findAll('button')
    .find((one) => one.text() === text)
    ?.trigger('click')

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

describe('the draft of a plan', () => {
  it('knows the tightest cap of the items of a line', () => {
    const chosen = (...ids: string[]) =>
      capOf({ ...toForm(line), itemVersionIds: ids }, [item('1', 500), item('2', 300), item('3', null)])
    expect(chosen('v1', 'v2', 'v3')?.bp).toBe(300)
    expect(chosen('v3')).toBeUndefined()
  })

  it('says at the class which ratio is over the cap, before it is sent', async () => {
    const view = form({
      plan: {
        ...plan,
        current: { ...plan.current, lines: [{ ...line, ratesBp: { A: 600 } }] },
      },
    })
    await flushPromises()
    expect(view.get('.rate.over').text()).toContain('超过上限 5%')
  })

  it('counts what a line would cover, and again when a ratio changes', async () => {
    const asked = vi.fn<LineFigures['coverage']>(() => Promise.resolve(coverage))
    const view = form({ figures: figures({ coverage: asked }) })
    await flushPromises()
    expect(view.get('[data-line="1"] footer').text()).toContain('2,000 户，预计抽查 61 户，占 3.05%')
    const input = view.get('[aria-label="B 类比例（%）"]')
    await input.setValue('2.5')
    await input.trigger('change')
    await flushPromises()
    expect(asked.mock.lastCall?.[0].ratesBp).toEqual({ A: 300, B: 250, C: 500 })
  })

  it('says how many targets are at or near their ceiling, in the draft and on the page', async () => {
    const words = '今年已抽过 40 户：5 户已达上限，12 户再抽一次即达上限'
    const view = form()
    await flushPromises()
    expect(view.get('[data-line="1"] footer').text()).toContain(words)
    expect(mount(PlanView, { props: { plan } }).text()).toContain(words)
  })

  it('says when it cannot count', async () => {
    const view = form({ figures: figures({ coverage: () => Promise.reject(new Error('down')) }) })
    await flushPromises()
    expect(view.get('footer').text()).toContain('暂时无法计算预计数量')
  })

  it('shows refusals at the line and field', () => {
    const errors = [{ row: 1, field: 'ratesBp', message: '超过“JN-01”的比例上限 5%', fix: '请改为 5% 以内' }]
    const view = form({ problem: { type: 'x', title: '抽查比例超过清单上限', status: 409, errors } })
    expect(view.get('[data-line="1"].bad .wrong').text()).toContain('请改为 5% 以内')
    expect(view.text()).toContain('抽查比例超过清单上限')
    expect(view.text()).toContain('1 个项目有问题')
    expect(errorsOf(errors, 1)).toEqual([])
  })

  it('keeps the ids of lines, adds new ones without, and sends everything', async () => {
    const view = form()
    await press(view, '添加项目')
    await flushPromises()
    await view.get('[id="line2-title"]').setValue('新项目')
    await press(view, '保存草稿')
    const [sent] = view.emitted<[PlanForm]>('save')?.[0] ?? []
    expect(sent?.lines.map((one) => [one.id, one.title, one.from, one.executingId])).toEqual([
      ['l1', '重点用能单位节能检查', '2026-03-01', '3'],
      [undefined, '新项目', '2026-01-01', '3'],
    ])
  })

  it('puts the fields in groups: what, whom, how many, when, who', async () => {
    const view = form()
    await flushPromises()
    expect(view.findAll('[data-line="1"] .group > h3').map((one) => one.text())).toEqual([
      '查什么',
      '查谁',
      '查多少',
      '什么时候',
      '谁来查',
    ])
  })

  it('sets manpower needed against manpower there', async () => {
    const view = form()
    await flushPromises()
    const note = view.get('.manpower')
    expect(note.text()).toContain('需要 62 人·天，可用 60 人·天')
    expect(note.text()).toContain('人手不足')
    expect(note.text()).toContain('节能与综合利用科 1 人，60 人·天')
    expect(note.classes()).toContain('short')
  })

  it('does not measure manpower before there are days', async () => {
    const asked = vi.fn(() => Promise.resolve(manpower))
    const view = form({
      figures: figures({ manpower: asked }),
      plan: { ...plan, current: { ...plan.current, lines: [{ ...line, from: '' }] } },
    })
    await flushPromises()
    expect(asked).not.toHaveBeenCalled()
    expect(view.get('.manpower').text()).toBe('填写起止日期和牵头科室后测算。')
  })

  it('shows others who inspect the same targets in these days, and offers to join them', async () => {
    const view = mount(LineEditor, {
      props: {
        line: toForm(line),
        number: 1,
        items: [],
        sections: [],
        errors: [],
        mayJoin: true,
        figures: figures({
          neighbours: () => Promise.resolve([neighbour, { ...neighbour, own: true }]),
        }),
      },
      attachTo: document.body,
    })
    await flushPromises()
    const [other, own] = view.findAll('[data-test="neighbour"]')
    expect(other?.text()).toContain('牵头：市场监督管理局')
    expect(other?.text()).toContain('联系人：周岚')
    expect(other?.text()).toContain('共同范围 1,200 户，预计有 6 户会被抽中两次')
    expect(own?.find('button').exists()).toBe(false)
    await other?.get('button').trigger('click')
    expect(view.emitted('join')).toEqual([[neighbour]])
    expect(view.find('.letter').exists()).toBe(false)
    await view.setProps({ mayJoin: false })
    await other?.get('button').trigger('click')
    expect(view.get('.letter').text()).toContain('贵局“产品质量检查”（P-2026-0009）')
    expect(view.emitted('join')).toHaveLength(1)
  })

  it('takes a fixed number in the place of a ratio', async () => {
    const view = mount(RatesInput, {
      props: { rates: { A: 300 }, counts: { D: 70 }, cap: 300, coverage },
      attachTo: document.body,
    })
    expect(view.get<HTMLInputElement>('[aria-label="D 类户数"]').element.value).toBe('70')
    const input = view.get('[aria-label="D 类户数"]')
    await input.setValue('12')
    await input.trigger('change')
    expect(view.emitted('change')?.at(-1)).toEqual([{ ratesBp: { A: 300 }, counts: { D: 12 } }])
    expect(view.text()).not.toContain('重点对象')
    await view.setProps({ keyTargets: true })
    expect(view.text()).toContain('K 重点对象')
  })

  it('says which fixed number is over the cap', () => {
    const view = (count: number) =>
      mount(RatesInput, {
        props: {
          rates: {},
          counts: { D: count },
          cap: 500,
          coverage: {
            ...coverage,
            classes: [{ riskClass: 'D', pool: 100, rateBp: 0, count, expected: count }],
          },
        },
      })
    expect(view(6).get('.rate.over').text()).toContain('超过上限 5%')
    expect(view(5).find('.rate.over').exists()).toBe(false)
  })

  it('splits numbers over counties of the scope by weight, and forgets regions that leave it', async () => {
    const view = mount(WeightsInput, {
      props: { regions: ['370303', '370305'], weights: {}, coverage },
      attachTo: document.body,
    })
    await view.get('.el-switch').trigger('click')
    expect(view.emitted('change')?.at(-1)).toEqual([{ '370303': 1, '370305': 1 }])
    await view.setProps({ weights: { '370303': 1, '370305': 3 } })
    expect(view.findAll('li').map((one) => one.get('.share').text())).toEqual(['25%', '75%'])
    const weighted = toForm({
      ...line,
      filter: { ...line.filter, regionCodes: ['370303', '370305'] },
      arrangement: { ...line.arrangement, weights: { '370303': 1, '370305': 3 } },
    })
    const narrower = scoped(weighted, { ...weighted.filter, regionCodes: ['370305', '370321'] })
    expect(narrower.arrangement.weights).toEqual({ '370305': 3, '370321': 1 })
    expect(scoped(weighted, { ...weighted.filter, regionCodes: ['370305'] }).arrangement.weights).toEqual({})
  })

  it('sends no empty numbers', () => {
    expect(sendable({ ...toForm(line), counts: { A: 0, D: 4 } }).counts).toEqual({ D: 4 })
  })

  it('is not sent while a line has no section', async () => {
    const view = form({ section: '' })
    await press(view, '添加项目')
    await press(view, '保存草稿')
    expect(view.emitted('save')).toBeUndefined()
    expect(view.text()).toContain('项目 2 缺少起止日期或执行科室')
  })

  it('offers each section once', () => {
    expect(
      sectionsFor(plan, [item('1', 500), item('2', 300)], [], { id: '9', name: '法规科' }).map(
        (one) => one.name,
      ),
    ).toEqual(['法规科', '节能与综合利用科', '安全生产科'])
  })
})
