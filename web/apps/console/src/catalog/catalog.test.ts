import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import type { ListState } from '@/shared/useList'
import type { Checklist, ItemDetail, ItemRow, ItemVersion } from './api'
import { errorsOf, moved, newQuestion, nextCode } from './checklist'
import ChecklistView from './ChecklistView.vue'
import CompareVersions from './CompareVersions.vue'
import { fromForm, toForm } from './content'
import ItemFormView from './ItemFormView.vue'
import ItemsView from './ItemsView.vue'
import ItemView from './ItemView.vue'
import { percent } from './words'

const version: ItemVersion = {
  id: 'v2',
  number: 2,
  state: 'draft',
  name: '重点用能单位节能检查',
  category: 'general',
  ratioCapBp: 500,
  timesPerYear: 1,
  targetKind: '重点用能单位',
  content: '能耗统计、能源审计',
  basis: ['《节约能源法》第五十四条', '《节约能源法》第十二条'],
  methods: ['on-site'],
  body: '示范市工业和信息化局',
  checklist: null,
  reason: '',
  draftedBy: { id: '1', name: '林晓' },
  approvedBy: null,
  sentBack: '请补充依据',
}
const item: ItemDetail = {
  id: '7',
  code: 'JN-01',
  version: 3,
  department: { id: '3', name: '节能与综合利用科' },
  current: version,
  inForceNumber: 1,
  allowedCommands: ['change-draft', 'save-checklist', 'submit'],
}
const row: ItemRow = {
  id: '7',
  code: 'JN-01',
  name: version.name,
  category: 'key',
  state: 'published',
  number: 1,
  ratioCapBp: null,
  timesPerYear: 1,
  targetKind: '',
  department: item.department,
  inForceId: 'v1',
  changedAt: '2026-11-01T02:00:00Z',
}
const checklist: Checklist = {
  versionId: 'k1',
  version: 1,
  title: '节能检查表',
  sections: [
    { title: '一、制度', questions: [{ ...newQuestion('1-1'), text: '是否建立制度' }] },
    { title: '二、计量', questions: [newQuestion('2-1'), { ...newQuestion('2-2'), kind: 'choice' }] },
  ],
}
const button = (view: ReturnType<typeof mount>, text: string) => {
  const found = view.findAll('button').find((one) => one.text() === text)
  if (!found) throw new Error(`no button ${text}`)
  return found
}

describe('items', () => {
  it('show that key items have no cap, and a cap in per cent', () => {
    const list: ListState<ItemRow> = {
      query: { ...firstPage },
      result: {
        items: [row, { ...row, id: '8', category: 'general', ratioCapBp: 250 }],
        total: 2,
        totalExact: true,
        page: 1,
        size: 20,
      },
      loading: false,
      problem: null,
    }
    const rows = mount(ItemsView, { props: { owner: '1', list } })
      .findAll('tbody tr')
      .map((one) => one.text())
    expect(rows[0]).toContain('不设上限')
    expect(rows[1]).toContain('2.5%')
    expect(percent(5)).toBe('0.05%')
  })

  it('say why they were sent back, and offer what the platform allows', () => {
    const view = mount(ItemView, { props: { item, versions: [version] } })
    expect(view.text()).toContain('上次被退回：请补充依据')
    expect(view.findAll('[data-command]').map((one) => one.text())).toEqual([
      '修改草稿',
      '编制检查表',
      '提交审定',
    ])
  })

  it('hand the opening of the form to the page at once, and ask before they are submitted', async () => {
    const view = mount(ItemView, { props: { item, versions: [version] }, attachTo: document.body })
    await view.get('[data-command=change-draft]').trigger('click')
    await view.get('[data-command=submit]').trigger('click')
    expect(view.emitted<[{ name: string }]>('command')?.map(([sent]) => sent.name)).toEqual(['change-draft'])
    expect(document.querySelector('.el-dialog')?.textContent).toContain('由局领导审定')
  })
})

describe('the form of an item', () => {
  it('holds per cent and lines, and sends basis points and a list', () => {
    const sent = fromForm(toForm(version))
    expect(sent.ratioCapBp).toBe(500)
    expect(sent.basis).toEqual(version.basis)
  })

  it('sends no cap with a key item', () => {
    expect(fromForm({ ...toForm(version), category: 'key' }).ratioCapBp).toBeNull()
  })

  it('explains the cap of the chosen category', async () => {
    const view = mount(ItemFormView, { props: { item } })
    expect(view.get('[role=note]').text()).toContain('必须设上限')
    await view.get('input[type=radio][value=key]').setValue(true)
    expect(view.get('[role=note]').text()).toContain('不设抽查比例上限')
    expect(view.text()).not.toContain('抽查比例上限（%）')
  })

  it('puts a refusal beside the field', () => {
    const problem = {
      type: 'x',
      title: '事项内容不齐全',
      status: 422,
      errors: [{ field: 'ratioCapBp', message: '一般检查事项须设比例上限', fix: '请填写，例如 5%' }],
    }
    const view = mount(ItemFormView, { props: { item, problem } })
    expect(view.get('.wrong').text()).toBe('一般检查事项须设比例上限 请填写，例如 5%')
  })

  it('is not judged by the browser, which counts from 0.01 in steps of 1 and takes no 40', () => {
    expect(mount(ItemFormView).get('form').attributes('novalidate')).toBeDefined()
  })

  it('is not sent without a code', async () => {
    const view = mount(ItemFormView)
    await view.get('form').trigger('submit')
    expect(view.emitted('save')).toBeUndefined()
    expect(view.text()).toContain('请填写“编号”')
  })
})

describe('comparison', () => {
  it('names fields and values as the form does', () => {
    const view = mount(CompareVersions, {
      props: {
        versions: [{ ...version, number: 1 }, version],
        pair: [1, 2],
        comparison: {
          from: 1,
          to: 2,
          differences: [
            { field: 'ratioCapBp', before: '300', after: '500' },
            { field: 'methods', before: 'documents', after: 'documents\non-site' },
            { field: 'checklist.1-2', before: null, after: '是否备案' },
          ],
        },
      },
    })
    const cells = view.findAll('tbody tr').map((one) => one.findAll('th, td').map((cell) => cell.text()))
    expect(cells[0]).toEqual(['抽查比例上限', '3%', '5%'])
    expect(cells[1]).toEqual(['检查方式', '书面检查', '书面检查\n实地核查'])
    expect(cells[2]).toEqual(['检查项 1-2', '（无）', '是否备案'])
  })
})

describe('the checklist', () => {
  it('gets free codes and moves questions within bounds', () => {
    expect(nextCode(checklist.sections, 1)).toBe('2-3')
    expect(moved(['a', 'b'], 1, -1)).toEqual(['b', 'a'])
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })

  it('finds the question that a row of the platform means', () => {
    const errors = [{ row: 3, field: 'choices', message: '选项与类型不符' }]
    expect(errorsOf(errors, checklist.sections, 1, 1)).toHaveLength(1)
    expect(errorsOf(errors, checklist.sections, 1, 0)).toHaveLength(0)
  })

  it('shows a finding at its question', () => {
    const problem = {
      type: 'x',
      title: '检查表有误',
      status: 400,
      errors: [{ row: 3, field: 'choices', message: '选项与类型不符' }],
    }
    const view = mount(ChecklistView, { props: { item, checklist, problem } })
    expect(view.findAll('.question.bad')).toHaveLength(1)
    expect(view.get('.question.bad em').text()).toBe('选项与类型不符')
  })

  it('is edited as a draft, previewed, and saved as a whole', async () => {
    const view = mount(ChecklistView, { props: { item } })
    await button(view, '添加分组').trigger('click')
    await view.get('#section-0').setValue('一、现场')
    await button(view, '添加检查项').trigger('click')
    await view.get('.question textarea').setValue('是否建立台账')
    await view.get('input[type=radio][value=preview]').setValue(true)
    expect(view.text()).toContain('是否建立台账')
    expect(view.text()).toContain('不符合')
    await button(view, '保存草稿').trigger('click')
    await flushPromises()
    const [saved] = view.emitted<[Checklist]>('save')?.[0] ?? []
    expect(saved?.title).toBe('重点用能单位节能检查')
    expect(saved?.sections[0]?.questions[0]).toMatchObject({
      code: '1-1',
      text: '是否建立台账',
      required: true,
    })
    expect(view.emitted('touch')?.length).toBeGreaterThan(2)
  })
})
