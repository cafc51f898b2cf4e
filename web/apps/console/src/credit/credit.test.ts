import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import CardView from './CardView.vue'
import ClassBars from './ClassBars.vue'
import EvaluationView from './EvaluationView.vue'
import ListsView from './ListsView.vue'
import { card, content, credit, entry, evaluation, scorecards, warning } from './sample'
import ScorecardEditor from './ScorecardEditor.vue'
import ScorecardsView from './ScorecardsView.vue'
import ScorecardView from './ScorecardView.vue'
import WarningsView from './WarningsView.vue'
import { copy } from './words'

const list = <Row>(items: Row[]) => ({
  query: { ...firstPage },
  result: { items, total: items.length, totalExact: true, page: 1, size: 20 },
  loading: false,
  problem: null,
})

describe('scorecards', () => {
  it('say which version is in force, what the last computation did, and its digest', () => {
    const view = mount(ScorecardsView, { props: { data: scorecards } })
    expect(view.text()).toContain('现行有效')
    expect(view.text()).toContain('30,241 个对象，812 个类别变化，其中 401 个变差')
    expect(view.text()).toContain(scorecards.runs[0]?.digest)
    expect(view.find('[data-test="compute"]').exists()).toBe(true)
    expect(view.find('[data-test="draft"]').exists()).toBe(false)
  })

  it('of an authority without one say how to begin', () => {
    const data = { versions: [], runs: [], mayDraft: true, mayCompute: false }
    const view = mount(ScorecardsView, { props: { data } })
    expect(view.text()).toContain('还没有评分标准')
  })

  it('show each indicator with source, bands and weight, and what a trial would change', () => {
    const view = mount(ScorecardView, { props: { card } })
    expect(view.text()).toContain('最近 36 个月：行政处罚')
    expect(view.text()).toContain('2–3 70')
    expect(view.text()).toContain('权重 60%')
    expect(view.text()).toContain('列入“严重违法失信名单”的，至少为 D 类')
    expect(view.text()).toContain('试算结果')
    expect(view.text()).toContain('+231')
  })

  it('whose draft changed after its trial ask for another', () => {
    const view = mount(ScorecardView, { props: { card: { ...card, trialCurrent: false } } })
    expect(view.text()).toContain('请重新试算')
  })

  it('are edited as a whole, and the sum of weights is watched', async () => {
    const view = mount(ScorecardEditor, { props: { content: copy(content) } })
    expect(view.text()).toContain('权重合计 100%')
    expect(view.find('[data-test="save"]').attributes('disabled')).toBeDefined()
    await view.find('[data-test="remove"]').trigger('click')
    expect(view.text()).toContain('权重合计 40%')
    await view.find('[data-test="add"]').trigger('click')
    await view.find('[data-test="reason"]').setValue('调整')
    await view.find('[data-test="save"]').trigger('click')
    const [saved, reason] = view.emitted('save')?.[0] as [typeof content, string]
    expect(reason).toBe('调整')
    expect(saved.indicators.map((one) => one.code)).toEqual(['kind', 'indicator-2'])
  })

  it('show the share of each class', () => {
    const view = mount(ClassBars, { props: { after: { A: 65, B: 25, C: 8, D: 2 } } })
    expect(view.text()).toContain('65.0%')
    expect(view.text()).not.toContain('未分类')
  })
})

describe('the credit card', () => {
  it('says term by term why, and that nobody who inspects is an input', () => {
    const view = mount(CardView, { props: { card: credit } })
    expect(view.text()).toContain('为什么是 D 类')
    expect(view.text()).toContain('得分 23，在 15 至 30 分之间，按得分为 C 类。')
    expect(view.text()).toContain('列入“严重违法失信名单”，至少为 D 类。')
    const rows = view.findAll('tbody tr').map((row) => row.text())
    expect(rows[0]).toContain('近三年行政处罚次数')
    expect(rows[0]).toContain('2 次')
    expect(rows[0]).toContain('15')
    expect(rows[1]).toContain('企业、农民专业合作社')
    expect(view.text()).toContain('由谁检查不影响分类')
  })

  it('keeps corrected records visible as such', () => {
    const view = mount(CardView, { props: { card: credit } })
    expect(view.find('.past').text()).toContain('已更正')
  })

  it('calls a figure as the indicator that reads it, or by its code', () => {
    const view = mount(CardView, { props: { card: credit } })
    expect(view.text()).toContain('provincial-rating')
    const terms = (credit.explanation?.terms ?? []).map((term) =>
      term.code === 'penalty'
        ? { ...term, name: '省级公共信用评价', sourceKind: 'given', sourceName: 'provincial-rating' }
        : term,
    )
    const named = { ...credit, explanation: credit.explanation && { ...credit.explanation, terms } }
    const known = mount(CardView, { props: { card: named } })
    expect(
      known
        .findAll('.rows')
        .map((rows) => rows.text())
        .join(),
    ).not.toContain('provincial-rating')
    expect(known.text()).toContain('省级公共信用评价2')
  })

  it('says so when nothing is known', () => {
    const empty = {
      ...credit,
      riskClass: 'N',
      explanation: null,
      lists: [],
      history: [],
      seen: [],
      given: [],
    }
    const view = mount(CardView, { props: { card: empty } })
    expect(view.text()).toContain('还没有按评分标准计算过')
    expect(view.text()).toContain('不在任何名录中')
  })
})

describe('lists', () => {
  const page = (props: Record<string, unknown> = {}) =>
    mount(ListsView, {
      props: {
        owner: '1',
        list: list([entry]),
        counts: { key: 3 },
        find: () => Promise.resolve([]),
        mayEdit: true,
        ...props,
      },
    })

  it('show since when somebody is off a list, beside the standing', () => {
    const off = { ...entry, active: false, endedOn: '2026-02-20', endReason: '已改正', allowedCommands: [] }
    expect(page({ list: list([off]) }).text()).toContain('2026-02-20 移出')
  })

  it('show list, ground and who decided, and let an entry be ended', async () => {
    const view = page()
    expect(view.text()).toContain('经营异常名录')
    expect(view.text()).toContain('重点监管清单 3')
    await view.find('[data-command="end"]').trigger('click')
    expect(view.emitted('start')?.[0]).toEqual(['end', entry])
  })

  it('are for reading only where nothing may be entered', () => {
    const view = page({ mayEdit: false, list: list([{ ...entry, allowedCommands: [] }]) })
    expect(view.find('[data-test="enter"]').exists()).toBe(false)
    expect(view.find('[data-command="end"]').exists()).toBe(false)
  })
})

describe('warnings', () => {
  it('say from which class to which, and are settled with a note', async () => {
    const view = mount(WarningsView, { props: { owner: '1', list: list([warning]) } })
    expect(view.text()).toMatch(/B\s*→\s*D/)
    await view.find('[data-command="settle"]').trigger('click')
    expect(view.emitted('start')?.[0]).toEqual([warning])
  })
})

describe('the evaluation', () => {
  it('says in words whether classes order risk, with numbers and intervals', () => {
    const view = mount(EvaluationView, { props: { data: evaluation, exportAddress: '/x' } })
    expect(view.text()).toContain('风险高的类别问题确实更多')
    expect(view.text()).toContain('z = 5.93，p < 0.001')
    expect(view.text()).toContain('4.1%')
    expect(view.text()).toContain('2.6% – 6.5%')
    expect(view.text()).toContain('D 类的随机检查不足 30 次')
  })

  it('says that there is no evidence where there is none', () => {
    const data = { ...evaluation, trend: { verdict: 'no-evidence' as const, z: 0.4, p: 0.69 } }
    const view = mount(EvaluationView, { props: { data, exportAddress: '/x' } })
    expect(view.text()).toContain('没有证据表明分类能区分风险')
    expect(view.text()).toContain('p = 0.690')
  })

  it('asks for another period', async () => {
    const view = mount(EvaluationView, { props: { data: evaluation, exportAddress: '/x' } })
    view.findComponent({ name: 'ElDatePicker' }).vm.$emit('update:modelValue', ['2026-01-01', '2026-03-31'])
    await flushPromises()
    expect(view.emitted('period')?.[0]).toEqual(['2026-01-01', '2026-03-31'])
  })
})
