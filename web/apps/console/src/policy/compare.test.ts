import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { setNarrow } from '../../test/window'
import type { ComparedCell, ComparedRule, Comparison, ProfileSummary } from './api'
import { asked, differences, unlike } from './compare'
import CompareCards from './CompareCards.vue'
import CompareTable from './CompareTable.vue'
import CompareView from './CompareView.vue'
import { useFolds } from './useFolds'

const profile = (id: string, title: string, more: Partial<ProfileSummary> = {}): ProfileSummary => ({
  id,
  version: '1',
  title,
  from: '2020-01-01',
  to: null,
  state: 'in-force',
  draft: false,
  jointOnly: true,
  ours: false,
  confirmation: null,
  allowedCommands: [],
  ...more,
})
const cell = (value: string, article: string, more: Partial<ComparedCell> = {}): ComparedCell => ({
  own: true,
  says: { name: '', value, from: '《某细则》', article: [article], displaced: [] },
  ...more,
})
const cap: ComparedRule = {
  key: 'annual-cap',
  title: '年度抽查次数上限',
  words: '一年内最多几次。',
  differs: true,
  values: [
    { name: '最多次数', differs: false, cells: [cell('2', '第十八条'), cell('2', '第十条')] },
    {
      name: '计算范围',
      differs: true,
      cells: [
        cell('一年内的全部抽查', '第十八条'),
        {
          own: false,
          says: {
            name: '',
            value: '一年内的联合抽查',
            from: '《市细则》',
            article: ['《市细则》第十条'],
            displaced: [{ value: '一年内同一事项的抽查', from: '《县办法》', article: ['《县办法》第二条'] }],
          },
        },
      ],
    },
  ],
}
const same: ComparedRule = {
  key: 'correction',
  title: '更正已公示的结果',
  words: '由谁批准。',
  differs: false,
  values: [
    {
      name: '批准人',
      differs: false,
      cells: [cell('部门主要负责人', '第三十一条'), cell('部门主要负责人', '第二十二条')],
    },
  ],
}
const profiles = [
  profile('taizhou', '台州市细则', { ours: true }),
  profile('shaoxing', '绍兴市方案（征求意见稿）', { draft: true, state: 'draft' }),
]
const all = new Set([cap.key, same.key])
const comparison: Comparison = { on: '2026-03-02', profiles, rules: [cap, same] }

describe('rules side by side', () => {
  it('stand in a column each, with article, whose they are and what they displace', () => {
    const view = mount(CompareTable, { props: { profiles, rules: [cap], open: all } })
    const heads = view.findAll('thead th').map((head) => head.text())
    expect(heads[1]).toContain('台州市细则')
    expect(heads[1]).toContain('适用于本单位')
    expect(heads[2]).toContain('征求意见稿')
    const row = view.findAll('tbody tr').at(2)
    expect(row?.text()).toContain('不同')
    const second = row?.findAll('td').at(1)?.text()
    expect(second).toContain('与第一套不同')
    expect(second).toContain('《市细则》第十条')
    expect(second).toContain('本条沿用《市细则》')
    expect(second).toContain('不采用：一年内同一事项的抽查（《县办法》；《县办法》第二条）')
    expect(view.findAll('tbody tr').at(1)?.text()).not.toContain('不同')
  })

  it('stand below each other on a phone, by the number of their head', () => {
    const view = mount(CompareCards, { props: { profiles, rules: [cap], open: all } })
    expect(view.findAll('.heads li').map((one) => one.get('.number').text())).toEqual(['1', '2'])
    const values = view.findAll('[data-rule=annual-cap] > .value').at(1)
    expect(values?.findAll('li').at(1)?.text()).toContain('绍兴市方案（征求意见稿）')
    expect(values?.findAll('li').at(1)?.text()).toContain('一年内的联合抽查')
  })

  it('can be narrowed to what differs and to a word', () => {
    expect(asked([cap, same], { keyword: '', differing: false })).toHaveLength(2)
    const differing = asked([cap, same], { keyword: '', differing: true })
    expect(differing.map((rule) => rule.values.map((value) => value.name))).toEqual([['计算范围']])
    expect(asked([cap, same], { keyword: '联合抽查', differing: false })[0]?.values).toHaveLength(1)
    expect(asked([cap, same], { keyword: '年度抽查', differing: false })[0]?.values).toHaveLength(2)
    expect(asked([cap, same], { keyword: '第二十二条', differing: false })[0]?.key).toBe('correction')
    expect(asked([cap, same], { keyword: '没有的词', differing: false })).toEqual([])
  })

  it('say at the head of each rule in how many values they differ, and fold what stands below it', async () => {
    for (const part of [CompareCards, CompareTable]) {
      const view = mount(part, {
        props: { profiles, rules: [cap, same], open: new Set([cap.key]) },
        attachTo: document.body,
      })
      const [first, second] = view.findAll('button[aria-expanded]')
      expect(first?.text()).toBe('年度抽查次数上限1 处不同')
      expect(first?.attributes('aria-expanded')).toBe('true')
      expect(second?.text()).toBe('更正已公示的结果')
      expect(second?.attributes('aria-expanded')).toBe('false')
      const of = (key: string) =>
        view.findAll(`[data-rule=${key}] .${part === CompareCards ? 'value' : 'said'}`)
      expect(of('annual-cap').length).toBeGreaterThan(1)
      expect(of('annual-cap').every((one) => one.isVisible())).toBe(true)
      expect(of('correction').some((one) => one.isVisible())).toBe(false)
      await second?.trigger('click')
      expect(view.emitted('fold')).toEqual([['correction']])
      await view.setProps({ open: all })
      expect(of('correction').every((one) => one.isVisible())).toBe(true)
      view.unmount()
    }
  })

  it('know in how many values a rule differs', () => {
    expect([differences(cap), differences(same)]).toEqual([1, 0])
  })

  it('are all open at first, on a phone the first one alone, and what is searched for', async () => {
    const usual = ref<'all' | 'first'>('first')
    const keys = ref(['a', 'b', 'c'])
    const { open, all: allOpen, fold, foldAll } = useFolds(keys, usual)
    expect([...open.value]).toEqual(['a'])
    fold('a')
    fold('c')
    expect([...open.value]).toEqual(['c'])
    // What is not shown any more opens nothing; the first of those that are left is open as usual.
    keys.value = ['b', 'c']
    expect([...open.value]).toEqual(['b', 'c'])
    expect(allOpen.value).toBe(true)
    foldAll()
    expect([...open.value]).toEqual([])
    foldAll()
    expect([...open.value]).toEqual(['b', 'c'])
    usual.value = 'all'
    await nextTick()
    fold('b')
    usual.value = 'first'
    await nextTick()
    expect([...open.value]).toEqual(['b'])
  })

  it('know which one says something else than the first', () => {
    const [max, scope] = cap.values
    expect(max && unlike(max, 1)).toBe(false)
    expect(scope && [unlike(scope, 0), unlike(scope, 1)]).toEqual([false, true])
  })

  it('are of a day and are chosen by the reader', async () => {
    const view = mount(CompareView, { props: { comparison, all: profiles }, attachTo: document.body })
    await flushPromises()
    expect(view.text()).toContain('2026-03-02')
    expect(view.text()).toContain('1 项说法不一')
    view.getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', ['taizhou'])
    view.getComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', [])
    expect(view.emitted('choose')).toEqual([[['taizhou']]])
    const expanded = () => view.findAll('button[aria-expanded]').map((one) => one.attributes('aria-expanded'))
    expect(expanded()).toEqual(['true', 'true'])
    await view.findAll('button[aria-expanded]').at(1)?.trigger('click')
    expect(expanded()).toEqual(['true', 'false'])
    await view.get('[data-test=fold-all]').trigger('click')
    expect(expanded()).toEqual(['true', 'true'])
    await view.get('[data-test=fold-all]').trigger('click')
    expect(expanded()).toEqual(['false', 'false'])
    await view.get('[data-test=differing] input').setValue(true)
    expect(view.findAll('[data-rule]').map((one) => one.attributes('data-rule'))).toEqual(['annual-cap'])
    view.unmount()
  })

  it('are on a phone only heads at first, but for the first rule and for what is searched', async () => {
    setNarrow(true)
    const view = mount(CompareView, { props: { comparison, all: profiles }, attachTo: document.body })
    const expanded = () => view.findAll('button[aria-expanded]').map((one) => one.attributes('aria-expanded'))
    expect(expanded()).toEqual(['true', 'false'])
    await view.get('input[aria-label="查找"]').setValue('部门主要负责人')
    expect(view.findAll('[data-rule]').map((one) => one.attributes('data-rule'))).toEqual(['correction'])
    expect(expanded()).toEqual(['true'])
    view.unmount()
  })

  it('that say the same in everything leave that to be said', async () => {
    const view = mount(CompareView, {
      props: { comparison: { ...comparison, rules: [same] }, all: profiles },
    })
    await view.get('[data-test=differing] input').setValue(true)
    expect(view.text()).toContain('所选规则没有不同之处')
  })
})
