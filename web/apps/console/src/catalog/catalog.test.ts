import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import type { ListState } from '@/shared/useList'
import type { Condition, Question, Section } from '@sunlot/checklist-engine'
import type { Checklist, ItemDetail, ItemRow, ItemVersion } from './api'
import {
  earlier,
  lookingAt,
  moved,
  movedQuestion,
  newQuestion,
  nextCode,
  recoded,
  renamed,
} from './checklist'
import { fromNode, toNode } from './conditions'
import CompareChecklists from './CompareChecklists.vue'
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
  participants: [],
  checklist: null,
  reason: '',
  changedLaw: '',
  draftedBy: { id: '1', name: '林晓' },
  approvedBy: null,
  sentBack: '请补充依据',
}
const item: ItemDetail = {
  id: '7',
  code: 'JN-01',
  version: 3,
  department: { id: '3', name: '节能与综合利用科' },
  lead: { id: '2', name: '市工业和信息化局' },
  current: version,
  inForceNumber: 1,
  allowedCommands: ['change-draft', 'save-checklist', 'submit'],
}
const row: ItemRow = {
  id: '7',
  code: 'JN-01',
  version: 5,
  name: version.name,
  category: 'key',
  state: 'published',
  number: 1,
  ratioCapBp: null,
  timesPerYear: 1,
  targetKind: '',
  department: item.department,
  participants: [],
  inForceId: 'v1',
  changedAt: '2026-11-01T02:00:00Z',
}
const said = (code: string, more: Partial<Question> = {}): Question => ({
  ...newQuestion(code),
  text: `检查 ${code}`,
  standard: '标准',
  ...more,
})
const sections: Section[] = [
  { title: '一、制度', showIf: null, questions: [said('1-1')] },
  {
    title: '二、计量',
    showIf: { question: '1-1', is: 'conform' },
    questions: [
      said('2-1', { kind: 'choice', choices: ['齐全', '不全'] }),
      said('2-2', { showIf: { not: { question: '2-1', is: '不全' } } }),
    ],
  },
]
const checklist: Checklist = { versionId: 'k1', version: 1, title: '节能检查表', frozen: false, sections }
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
    expect(cells).toHaveLength(2)
  })
})

describe('a checklist', () => {
  it('gets free codes in the manner of those there are', () => {
    expect(nextCode(sections, 1)).toBe('2-3')
    expect(nextCode([{ title: '', showIf: null, questions: [] }], 0)).toBe('1.1')
    expect(moved(['a', 'b'], 1, -1)).toEqual(['b', 'a'])
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  })

  it('moves a question over the edge of its section into the next', () => {
    const to = movedQuestion(sections, { section: 1, question: 0 }, -1)
    expect(to.place).toEqual({ section: 0, question: 1 })
    expect(to.sections.map((one) => one.questions.map(({ code }) => code))).toEqual([['1-1', '2-1'], ['2-2']])
    expect(movedQuestion(sections, { section: 0, question: 0 }, -1).sections).toEqual(sections)
  })

  it('renames codes and choices also where conditions speak of them', () => {
    const coded = recoded(sections, { section: 1, question: 0 }, '2.1')
    expect(coded[1]?.questions[1]?.showIf).toEqual({ not: { question: '2.1', is: '不全' } })
    const named = renamed(sections, { section: 1, question: 0 }, ['齐全', '不齐全'])
    expect(named[1]?.questions[1]?.showIf).toEqual({ not: { question: '2-1', is: '不齐全' } })
    expect(lookingAt(sections, '1-1')).toEqual(['2-1', '2-2'])
  })

  it('offers conditions the questions before, those of a section the sections before', () => {
    expect(earlier(sections, { section: 1, question: 1 }).map(({ code }) => code)).toEqual(['1-1', '2-1'])
    expect(earlier(sections, { section: 1, question: -1 }).map(({ code }) => code)).toEqual(['1-1'])
  })

  it.each<Condition>([
    { question: '1', is: 'conform' },
    { not: { question: '1', is: 'conform' } },
    { question: '1', in: ['a', 'b'] },
    { question: '1', answered: false },
    { all: [{ question: '1', greater: '5' }, { any: [{ question: '2', atMost: '3' }] }] },
    { not: { any: [{ question: '1', is: 'a' }] } },
    {
      not: {
        all: [
          { question: '1', is: 'a' },
          { question: '2', answered: true },
        ],
      },
    },
  ])('shows every condition as pick lists and keeps it: %j', (condition) => {
    expect(fromNode(toNode(condition))).toEqual(condition)
  })
})

describe('the editor', () => {
  const edit = (given: Checklist | null = checklist, more: Record<string, unknown> = {}) =>
    mount(ChecklistView, { props: { item, checklist: given, ...more }, attachTo: document.body })
  const codes = (view: ReturnType<typeof edit>) =>
    view.findAll('[data-editor]').map((one) => one.attributes('data-editor'))
  const saved = (view: ReturnType<typeof edit>) =>
    view.emitted<[Pick<Checklist, 'title' | 'sections'>]>('save')?.[0]?.[0]
  const press = (view: ReturnType<typeof edit>, label: string) =>
    view.get(`button[aria-label="${label}"]`).trigger('click')

  it('begins with nothing, shows beside it what inspectors will see, and saves as a whole', async () => {
    const view = edit(null)
    await button(view, '添加分组').trigger('click')
    await view.get('#section-0').setValue('一、现场')
    await button(view, '添加检查项').trigger('click')
    await view.get('[data-editor="1.1"] textarea').setValue('是否建立台账')
    expect(view.get('.preview').text()).toContain('是否建立台账')
    expect(view.get('.preview').text()).toContain('不符合')
    await button(view, '保存草稿').trigger('click')
    expect(view.emitted('save')).toBeUndefined()
    expect(view.get('[data-editor="1.1"]').text()).toContain('没有写明什么算问题')
    expect(view.get('.mistakes').text()).toContain('第 1 个分组“一、现场”检查项 1.1：没有写明什么算问题')
    await view.findAll('[data-editor="1.1"] textarea')[1]?.setValue('没有台账')
    await button(view, '保存草稿').trigger('click')
    expect(saved(view)?.title).toBe('重点用能单位节能检查')
    expect(saved(view)?.sections[0]?.questions[0]).toMatchObject({
      code: '1.1',
      text: '是否建立台账',
      required: true,
    })
    expect(view.emitted('touch')?.length).toBeGreaterThan(2)
  })

  it('moves, copies and deletes by buttons and keys, and takes a deletion back', async () => {
    const view = edit()
    await press(view, '下移检查项 2-1')
    expect(codes(view)).toEqual(['1-1', '2-2', '2-1'])
    await view.get('[data-editor="2-1"]').trigger('keydown', { key: 'ArrowUp', altKey: true })
    expect(codes(view)).toEqual(['1-1', '2-1', '2-2'])
    await press(view, '复制检查项 2-1')
    expect(codes(view)).toEqual(['1-1', '2-1', '2-3', '2-2'])
    await press(view, '删除检查项 2-1')
    expect(view.text()).toContain('已删除检查项 2-1')
    expect(view.get('[data-editor="2-2"]').classes()).toContain('bad')
    await view.get('[data-test=undo]').trigger('click')
    expect(codes(view)).toEqual(['1-1', '2-1', '2-3', '2-2'])
    expect(view.find('[data-test=undo]').exists()).toBe(false)
    await press(view, '复制分组 1')
    expect(view.findAll('[data-section]')).toHaveLength(3)
  })

  it('says at once that a condition looks forward, where it stands', async () => {
    const view = edit()
    await press(view, '上移检查项 2-2')
    expect(codes(view)).toEqual(['1-1', '2-2', '2-1'])
    await view.get('[data-editor="2-2"] .summary').trigger('click')
    expect(view.get('[data-editor="2-2"]').text()).toContain('条件里的检查项“2-1”排在后面，请把它移到前面')
  })

  it('lets the preview be filled in, and keeps nothing of it', async () => {
    const view = edit()
    expect(view.get('.preview').find('[data-question="2-1"]').exists()).toBe(false)
    await view.get('.preview [data-question="1-1"] [data-value=conform] input').setValue(true)
    expect(view.get('.preview').find('[data-question="2-1"]').exists()).toBe(true)
    expect(view.emitted('touch')).toBeUndefined()
    await view.get('[data-test=restart]').trigger('click')
    expect(view.get('.preview').find('[data-question="2-1"]').exists()).toBe(false)
  })

  it('shows what a file says and waits for the person to save it', async () => {
    const view = edit()
    await view.setProps({ read: { title: '新表', sections: sections.slice(0, 1) } })
    expect(codes(view)).toEqual(['1-1'])
    expect(view.emitted('touch')).toHaveLength(1)
    expect(view.emitted('save')).toBeUndefined()
  })

  it('names rows and columns of a file that has mistakes', () => {
    const problem = {
      type: 'x',
      title: '检查表文件有误',
      status: 422,
      errors: [{ row: 3, field: '怎么填', message: '“符合性”看不懂', fix: '请写：单选' }],
    }
    expect(edit(checklist, { problem }).text()).toContain('“符合性”看不懂')
  })

  it('says that the version in force is frozen', () => {
    expect(edit({ ...checklist, frozen: true }).text()).toContain('第 1 版）已随公示固化')
  })
})

describe('two checklists', () => {
  it('differ question by question', () => {
    const after = [
      {
        ...(sections[0] as Section),
        questions: [said('1-1', { standard: '两台', required: false }), said('1-2')],
      },
    ]
    const view = mount(CompareChecklists, {
      props: {
        before: { model: 2, title: '表', sections },
        after: { model: 2, title: '表', sections: after },
        from: 1,
        to: 2,
      },
    })
    expect(view.text()).toContain('新增 1 项 · 删去 2 项 · 修改 1 项')
    expect(view.get('[data-difference="1-1"]').text()).toContain('判断标准第 1 版标准第 2 版两台')
    expect(view.get('[data-difference="2-1"]').classes()).toContain('removed')
  })
})
