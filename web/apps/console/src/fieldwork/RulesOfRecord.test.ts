import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import NoticeCard from './NoticeCard.vue'
import RecordView from './RecordView.vue'
import { record } from './sample'
import type { Demands, NoticeSaid } from './api'

const demands = (more: Partial<Demands>): Demands => ({ ...record().demands, ...more })
const allowedCommands = ['save', 'submit', 'note-notice']
const notice = (value: Demands['notice']['value'], ways = ['written', 'phone', 'fax']) =>
  mount(NoticeCard, {
    props: {
      record: record({ allowedCommands, demands: demands({ notice: { value, ways, clauses: ['TZ-30'] } }) }),
      busy: false,
    },
    attachTo: document.body,
  })
const view = (more: Parameters<typeof record>[0], props: Record<string, unknown> = {}) =>
  mount(RecordView, { props: { record: record(more), ...props }, attachTo: document.body })

describe('notice beforehand', () => {
  it('asks for the law where the rules forbid notice, and says by which clause', async () => {
    const shown = notice('forbidden')
    expect(shown.text()).toContain('不得提前通知')
    expect(shown.text()).toContain('TZ-30')
    expect(shown.find('#notice-law').exists()).toBe(false)
    await shown.get('[data-value=given]').trigger('click')
    expect(shown.find('#notice-law').exists()).toBe(true)
    expect(shown.get('.el-button').attributes('disabled')).toBeDefined()
  })

  it('asks why not where the rules require notice, and sends nothing but that', async () => {
    const shown = notice('required')
    await shown.get('[data-value=not]').trigger('click')
    expect(shown.get('.el-button').attributes('disabled')).toBeDefined()
    await shown.get('#notice-reason').setValue('会转移物证')
    await shown.get('.el-button').trigger('click')
    expect(shown.emitted<[NoticeSaid]>('note')?.[0]?.[0]).toEqual({ given: false, reason: '会转移物证' })
  })

  it('offers the ways of the rules, and lists what was put down', () => {
    const shown = mount(NoticeCard, {
      props: {
        busy: false,
        record: record({
          allowedCommands: [],
          notices: [
            {
              given: true,
              way: 'phone',
              receiver: '李厂长',
              givenAt: '2026-03-09T01:30:00Z',
              law: '',
              reason: '',
              notedBy: '王强',
              notedAt: '2026-03-09T02:00:00Z',
            },
          ],
        }),
      },
    })
    expect(shown.text()).toContain('2026-03-09 09:30 以电话方式通知了李厂长')
    expect(shown.text()).toContain('王强')
    expect(shown.find('[data-value=given]').exists()).toBe(false)
  })
})

describe('a record by the rules of its city', () => {
  it('shows the departments of a joint visit and goes to the record of another', async () => {
    const shown = view({
      parts: [
        { department: { id: 'd1', name: '市市场监管局' }, state: 'draft', items: 1 },
        { department: { id: 'd2', name: '市应急管理局' }, state: 'accepted', items: 2 },
      ],
    })
    const tabs = shown.findAll('[data-part]')
    expect(tabs.map((one) => one.text())).toEqual([
      expect.stringContaining('市市场监管局'),
      expect.stringContaining('已审核'),
    ])
    expect(tabs[0]?.attributes('aria-current')).toBe('true')
    await tabs[1]?.trigger('click')
    expect(shown.emitted('show')?.[0]).toEqual(['d2'])
    expect(view({}).find('[data-part]').exists()).toBe(false)
  })

  it('offers a stated case of a direct result only where the list is open', async () => {
    const direct = { values: ['unreachable-at-registered-address'], open: false, clauses: ['PDS-21'] }
    const closed = view({ demands: demands({ direct }) })
    await closed.get('[data-value=direct]').trigger('click')
    expect(closed.find('[data-value=other]').exists()).toBe(false)
    expect(closed.text()).toContain('只有下列情形可以直接形成结果')
    const open = view({ demands: demands({ direct: { ...direct, open: true } }) })
    await open.get('[data-value=direct]').trigger('click')
    expect(open.find('[data-value=other]').exists()).toBe(true)
  })

  it('asks for adjusted steps and a witness only where the rules know them', async () => {
    const refused = { signed: false, signer: '', explanation: '', witness: '' }
    const content = { ...record().content, signature: refused }
    expect(view({ content }).find('[for=adjusted]').exists()).toBe(true)
    expect(view({ content }).find('[for=sign-witness]').exists()).toBe(true)
    const strict = view({
      content,
      demands: demands({
        method: { values: ['on-site'], onSite: true, adjustable: false, clauses: ['PDS-19'] },
        sign: { witness: false, recording: false, clauses: ['PDS-20'] },
      }),
    })
    expect(strict.find('[for=adjusted]').exists()).toBe(false)
    expect(strict.find('[for=sign-witness]').exists()).toBe(false)
    expect(strict.text()).toContain('须到现场检查')
  })

  it('shows what is due and what is late', () => {
    const department = { id: 'd1', name: '节能科' }
    const shown = view(
      {},
      {
        dues: [
          {
            kind: 'publication',
            department,
            due: { date: '2020-04-08', provisional: false },
            overdue: true,
            clauses: ['PDS-20'],
          },
        ],
      },
    )
    expect(shown.get('[data-test=dues]').text()).toContain('结果公示')
    expect(shown.get('[data-test=dues] .overdue').text()).toContain('2020-04-08')
  })
})
