import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { UNREACHABLE } from '@/api/problem'
import { locale } from '@/i18n'
import DueDate from './DueDate.vue'
import ProblemAlert from './ProblemAlert.vue'
import Stepper from './Stepper.vue'
import { accepts } from './upload'
import Upload from './Upload.vue'

const today = '2026-11-21'
const due = (props: Record<string, unknown>) => mount(DueDate, { props: { today, ...props } })

describe('DueDate', () => {
  it.each([
    [{ due: '2026-11-30' }, '剩 9 天', 'left'],
    [{ due: '2026-11-24' }, '剩 3 天', 'soon'],
    [{ due: '2026-11-21' }, '今天到期', 'today'],
    [{ due: '2026-11-19' }, '已逾期 2 天', 'overdue'],
    [{ due: '2026-11-19', done: '2026-11-18' }, '已于 2026-11-18 完成', 'done'],
    [{ due: '2026-11-19', done: '2026-11-21' }, '已于 2026-11-21 完成，逾期 2 天', 'doneLate'],
    [{}, '无期限', 'none'],
  ])('%o says %s', (props, text, state) => {
    const view = due(props)
    expect(view.get('.distance').text()).toBe(text)
    expect(view.classes()).toContain(state)
  })

  it('counts one day and several rightly in English', () => {
    locale.value = 'en'
    expect(due({ due: '2026-11-22' }).text()).toContain('1 day left')
    expect(due({ due: '2026-11-19' }).text()).toContain('2 days overdue')
  })

  it('believes the platform that something is overdue', () => {
    expect(due({ due: today, overdue: true }).text()).toContain('已逾期 1 天')
  })

  it('marks a date computed without the announced calendar, until it is done', () => {
    expect(due({ due: '2027-02-18', provisional: true }).get('abbr').attributes('title')).toContain(
      '工作日历尚未公布',
    )
    expect(due({ due: '2027-02-18', provisional: true, done: today }).find('abbr').exists()).toBe(false)
  })
})

describe('ProblemAlert', () => {
  const problem = {
    type: 'urn:sunlot:drawing:late',
    title: '不能揭示',
    status: 409,
    detail: '尚无监督人',
    clauses: ['ZB-9', 'ZB-10'],
    why: '没有第三方',
    now: '请先登记监督人',
    allowedCommands: ['submit', 'strange'],
    traceId: 'abc123',
  }

  it('says what, why, by which clauses, what now, what is possible, and the trace id', () => {
    const text = mount(ProblemAlert, { props: { problem } }).text()
    for (const part of [
      '不能揭示',
      '尚无监督人',
      '没有第三方',
      '§ ZB-9',
      '§ ZB-10',
      '请先登记监督人',
      '提交',
      'strange',
      'abc123',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('lists rows with row, field, value, message and suggestion', () => {
    const errors = [
      { row: 18, field: '代码', value: '9137O', message: '第 5 位是字母 O', fix: '91370' },
      { row: 20, field: '名称', value: null, message: '为空', fix: null },
    ]
    const view = mount(ProblemAlert, { props: { problem: { ...problem, errors } } })
    expect(view.findAll('th').map((cell) => cell.text())).toEqual(['行', '字段', '值', '问题', '建议改为'])
    expect(view.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))).toEqual([
      ['18', '代码', '9137O', '第 5 位是字母 O', '91370'],
      ['20', '名称', '—', '为空', '—'],
    ])
  })

  it('leaves out columns that no row fills', () => {
    const view = mount(ProblemAlert, {
      props: {
        problem: {
          ...problem,
          errors: [{ row: null, field: '', value: null, message: '缺附件', fix: null }],
        },
      },
    })
    expect(view.findAll('th').map((cell) => cell.text())).toEqual(['问题'])
  })

  it('has its own words for a server that cannot be reached, and tries again on request', async () => {
    locale.value = 'en'
    const view = mount(ProblemAlert, {
      props: { problem: { type: UNREACHABLE, title: '', status: 0 }, retry: true },
    })
    expect(view.text()).toContain('The server cannot be reached')
    await view.get('button').trigger('click')
    expect(view.emitted('retry')).toHaveLength(1)
  })
})

describe('Stepper', () => {
  it('says the state of each step in words and marks the present one', () => {
    const view = mount(Stepper, {
      props: {
        label: '进度',
        steps: [
          { key: 'a', label: '设立', state: 'done', at: '2026-11-20T16:30:00Z', by: '林晓' },
          { key: 'b', label: '抽取', state: 'current' },
          { key: 'c', label: '公示', state: 'todo' },
        ],
      },
    })
    expect(view.get('[aria-current=step]').text()).toContain('抽取')
    expect(view.findAll('li').map((step) => step.get('.sl-hidden').text())).toEqual([
      '已完成',
      '进行中',
      '未开始',
    ])
    expect(view.text()).toContain('2026-11-21 00:30 林晓')
  })
})

describe('Upload', () => {
  const props = { files: [], label: '照片', accept: '.jpg,image/png', maxBytes: 10, multiple: true }
  const file = (name: string, size: number, type = '') => new File(['x'.repeat(size)], name, { type })
  async function choose(view: ReturnType<typeof mount>, files: File[]) {
    const input = view.get('input[type=file]')
    Object.defineProperty(input.element, 'files', { value: files, configurable: true })
    await input.trigger('change')
  }

  it('hands on files that are allowed and says why others are not', async () => {
    const view = mount(Upload, { props })
    await choose(view, [file('a.JPG', 5), file('b.exe', 5), file('c.jpg', 11)])
    expect((view.emitted('add')?.[0]?.[0] as File[]).map((one) => one.name)).toEqual(['a.JPG'])
    expect(view.findAll('.refused').map((line) => line.text())).toEqual([
      '“b.exe”不是允许的类型（JPG、PNG），未添加。',
      '“c.jpg”为 11 B，超过单个 10 B 的上限，未添加。',
    ])
  })

  it('takes only one file where one is asked for, and no further one', async () => {
    const view = mount(Upload, { props: { ...props, multiple: false } })
    await choose(view, [file('a.jpg', 1), file('b.jpg', 1)])
    expect(view.emitted('add')?.[0]?.[0]).toHaveLength(1)
    await view.setProps({ files: [{ id: '1', name: 'a.jpg', size: 1, state: 'there' }] })
    expect(view.find('input').exists()).toBe(false)
  })

  it('removes by name', async () => {
    const view = mount(Upload, {
      props: { ...props, files: [{ id: '7', name: 'a.jpg', size: 1, state: 'there' }] },
    })
    await view.get('[aria-label="移除“a.jpg”"]').trigger('click')
    expect(view.emitted('remove')).toEqual([['7']])
  })

  it('reads accept lists as browsers do', () => {
    expect(accepts('.xlsx, .csv', { name: 'A.XLSX', type: '' })).toBe(true)
    expect(accepts('image/*', { name: 'a', type: 'image/webp' })).toBe(true)
    expect(accepts('image/*', { name: 'a.pdf', type: 'application/pdf' })).toBe(false)
    expect(accepts('', { name: 'a', type: '' })).toBe(true)
  })
})
