import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { PlanForm } from './api'
import type { LineFigures } from './figures'
import LineEditor from './LineEditor.vue'
import { scoped } from './lineFields'
import PlanView from './PlanView.vue'
import RatesInput from './RatesInput.vue'
import { sectionsFor } from './sections'
import WeightsInput from './WeightsInput.vue'
import { capOf, errorsOf, sendable, toForm } from './words'
import { coverage, manpower, neighbour, figures, line, plan, item, form, press } from './sample'

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
    expect(view.text()).toContain('项目 2 缺少起止日期或执行单位')
  })

  it('offers each section once', () => {
    expect(
      sectionsFor(plan, [item('1', 500), item('2', 300)], [], { id: '9', name: '法规科' }).map(
        (one) => one.name,
      ),
    ).toEqual(['法规科', '节能与综合利用科', '安全生产科'])
  })
})
