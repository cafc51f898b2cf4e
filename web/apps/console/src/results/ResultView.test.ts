import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import type { Report, Result } from './api'
import { correctionOf } from './correction'
import { lateOf } from './late'
import ReportsView from './ReportsView.vue'
import ReportView from './ReportView.vue'
import ResultView from './ResultView.vue'

const found = {
  type: 'problem-found-to-be-handled',
  finding: '台账缺失',
  measures: ['责令改正'],
  handling: '',
}
const result: Result = {
  id: 'r2',
  version: 1,
  number: 'R-2026-0044',
  revision: 2,
  unitId: '91370303MA3C10001X',
  targetName: '示例市晨光机械有限公司',
  department: { id: 'd', name: '节能科' },
  visitId: 'v',
  taskId: 't',
  taskNumber: 'T-2026-0012',
  taskTitle: '节能监察',
  item: '能源利用状况检查',
  visitedOn: '2026-11-24',
  statement: { ...found, type: 'no-problem-found', finding: '' },
  state: 'published',
  publishedAt: '2026-12-05T02:00:00Z',
  revisions: [
    {
      id: 'r1',
      revision: 1,
      statement: found,
      state: 'corrected',
      publishedAt: '2026-12-01T02:00:00Z',
      correctionReason: '',
    },
    {
      id: 'r2',
      revision: 2,
      statement: { ...found, type: 'no-problem-found', finding: '' },
      state: 'published',
      publishedAt: '2026-12-05T02:00:00Z',
      correctionReason: '台账随后找到',
      correctedBy: '陈局长',
    },
  ],
  limitedReason: '',
  dues: [],
  leads: [],
  resultTypes: ['no-problem-found', 'problem-found-to-be-handled'],
  resultTypesOpen: true,
  clauses: { correction: ['ZB-16'], objection: ['ZB-16'], direct: ['ZB-17'] },
  allowedCommands: ['correct'],
}
const report: Report = {
  id: 'p1',
  version: 2,
  taskId: 't',
  taskNumber: 'T-2026-0012',
  title: '节能监察',
  state: 'draft',
  endedOn: '2026-11-20',
  due: { date: '2026-11-27', provisional: false },
  overdue: false,
  text: { period: '', targets: 14, content: '', findings: '', handling: '' },
  limitedReason: '',
  returnNote: '请补充处理建议',
  allowedCommands: ['save', 'submit'],
}

describe('ResultView', () => {
  it('keeps the original visible, marked as corrected, below what corrected it', () => {
    const view = mount(ResultView, { props: { result } })
    const revisions = view.findAll('[data-revision]')
    expect(revisions.map((one) => one.attributes('data-revision'))).toEqual(['2', '1'])
    expect(revisions[0]?.text()).toContain('台账随后找到')
    expect(revisions[1]?.text()).toContain('已更正，仅供对照')
    expect(revisions[1]?.text()).toContain('台账缺失')
  })

  it('says what is to be transferred to whom, and what is due until when', () => {
    const view = mount(ResultView, {
      props: {
        result: {
          ...result,
          leads: [{ problem: '涉嫌伪造许可证', receiver: '市公安局', text: '' }],
          dues: [
            {
              kind: 'transfer' as const,
              department: result.department,
              due: { date: '2999-03-19', provisional: false },
              overdue: false,
              clauses: ['PDS-20'],
            },
          ],
        },
      },
    })
    expect(view.get('[data-test=leads]').text()).toContain('涉嫌伪造许可证 移送：市公安局')
    expect(view.get('[data-test=dues]').text()).toMatch(/线索移送\s*2999-03-19/)
  })

  it('sends measures by line and another type in its own words', () => {
    expect(correctionOf({ type: 'other', typeText: ' 停产 ', measures: 'a\n\n b ', reason: 'x' })).toEqual({
      type: 'other:停产',
      measures: ['a', 'b'],
      reason: 'x',
    })
  })
})

describe('the last day for objections', () => {
  const until = (date: string, provisional = false) =>
    mount(ResultView, {
      props: { result: { ...result, objectionUntil: { date, provisional } } },
    }).get('.objection')

  it('is shown with its clause, and as run out rather than as a delay once it has passed', () => {
    const view = mount(ResultView, {
      props: { result: { ...result, objectionUntil: { date: '2999-03-02', provisional: true } } },
    })
    expect(view.text()).toContain('异议截止日期')
    expect(view.get('.facts').text()).toContain('ZB-16')
    expect(until('2999-03-02', true).text()).toContain('暂定')
    expect(until('2020-03-02').text()).toBe('2020-03-02异议期已过')
  })

  it('is left out where the rules offer no objection', () => {
    expect(mount(ResultView, { props: { result } }).text()).not.toContain('异议截止日期')
  })
})

describe('a late report', () => {
  const late: Report = { ...report, overdue: true }

  it('says with what it is late, and by how much', () => {
    expect(lateOf(report, '2026-12-01')).toBeNull()
    expect(lateOf(late, '2026-12-01')).toEqual({ what: 'report', due: '2026-11-27', count: 4 })
    const publishDue = { date: '2026-11-30', provisional: false }
    expect(lateOf({ ...late, state: 'submitted', publishDue }, '2026-12-01')).toEqual({
      what: 'publication',
      due: '2026-11-30',
      count: 1,
    })
  })

  it('is told at the top of its page', () => {
    const due = { date: '2020-11-27', provisional: false }
    expect(
      mount(ReportView, { props: { report: { ...late, due } } })
        .get('.late')
        .text(),
    ).toMatch(/最迟应于 2020-11-27 提交，已逾期 \d+ 天/)
    expect(mount(ReportView, { props: { report } }).find('.late').exists()).toBe(false)
  })

  it('is marked in the list, and only it', () => {
    const list = { items: [late, { ...report, id: 'p2' }], page: 1, size: 20, total: 2, totalExact: true }
    const view = mount(ReportsView, {
      props: { owner: 'p', query: { ...firstPage }, result: list },
    })
    expect(view.findAll('[data-test=overdue]').map((one) => one.text())).toEqual(['已逾期'])
  })
})

describe('ReportView', () => {
  it('shows the deadline, why it came back, and hands in only what is saved', async () => {
    const view = mount(ReportView, { props: { report }, attachTo: document.body })
    expect(view.text()).toContain('2026-11-27')
    expect(view.text()).toContain('请补充处理建议')
    expect(view.find('[data-command=submit]').exists()).toBe(true)
    await view.get('.text input').setValue('11 月 23 日至 27 日')
    expect(view.find('[data-command=submit]').exists()).toBe(false)
    await view.get('[data-test=save]').trigger('click')
    expect(view.emitted('command')?.[0]).toMatchObject([
      { name: 'save', values: { period: '11 月 23 日至 27 日', targets: 14 } },
    ])
    await view.setProps({ report: { ...report, version: 3 } })
    expect(view.find('[data-command=submit]').exists()).toBe(true)
  })
})
