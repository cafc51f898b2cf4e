import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { ItemRow } from '@/catalog/api'
import type { Coverage, PlanDetail, PlanForm, PlanLine } from './api'
import PlanFormView from './PlanFormView.vue'
import PlanView from './PlanView.vue'
import { sectionsFor } from './sections'
import { capOf, errorsOf, toForm } from './words'

const coverage: Coverage = {
  pool: 2000,
  expected: 61,
  shareBp: 305,
  classes: [{ riskClass: 'A', pool: 2000, rateBp: 300, expected: 61 }],
}
const line: PlanLine = {
  id: 'l1',
  position: 1,
  title: '重点用能单位节能检查',
  category: '节能监察',
  itemType: 'general',
  items: [{ id: 'v1', itemId: '7', number: 1, code: 'JN-01', name: '节能检查', category: 'general' }],
  filter: { kinds: ['enterprise'], regionCodes: [], tags: ['work-safety'], riskClasses: [] },
  ratesBp: { A: 300, C: 500 },
  timesPerYear: 1,
  from: '2026-03-01',
  to: '2026-06-30',
  executing: { id: '3', name: '节能与综合利用科' },
  body: '示范市工业和信息化局',
  coverage,
  planned: { pool: 1990, expected: 60 },
}
const plan: PlanDetail = {
  id: 'p1',
  number: 'P-2026-0001',
  year: 2026,
  version: 4,
  department: { id: '3', name: '节能与综合利用科' },
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
      count: () => Promise.resolve(coverage),
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
    const count = vi.fn(() => Promise.resolve(coverage))
    const view = form({ count })
    await flushPromises()
    expect(view.get('[data-line="1"] footer').text()).toContain('2,000 户，预计抽查 61 户，占 3.05%')
    const input = view.get('[aria-label="B 类比例（%）"]')
    await input.setValue('2.5')
    await input.trigger('change')
    await flushPromises()
    expect(count).toHaveBeenLastCalledWith(line.filter, { A: 300, B: 250, C: 500 }, expect.anything())
  })

  it('says when it cannot count', async () => {
    const view = form({ count: () => Promise.reject(new Error('down')) })
    await flushPromises()
    expect(view.get('footer').text()).toBe('暂时无法计算预计数量')
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
