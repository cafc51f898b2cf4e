import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Report, Result } from './api'
import { correctionOf } from './correction'
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
  resultTypes: ['no-problem-found', 'problem-found-to-be-handled'],
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

  it('sends measures by line and another type in its own words', () => {
    expect(correctionOf({ type: 'other', typeText: ' 停产 ', measures: 'a\n\n b ', reason: 'x' })).toEqual({
      type: 'other:停产',
      measures: ['a', 'b'],
      reason: 'x',
    })
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
