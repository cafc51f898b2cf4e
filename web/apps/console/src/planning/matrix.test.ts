import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { setNarrow } from '../../test/window'
import { inMonth, lanes, type Batch, type Matrix } from './matrix'
import MatrixView from './MatrixView.vue'

const batch = (more: Partial<Batch>): Batch => ({
  lineId: 'l1',
  planId: 'p1',
  number: 'P-2026-0001',
  title: '危险化学品检查',
  category: '安全生产',
  leads: true,
  lead: { id: '1', name: '市应急管理局' },
  participants: [{ id: '2', name: '市市场监督管理局' }],
  from: '2026-03-15',
  to: '2026-06-30',
  pool: 100,
  expected: 12,
  regionCodes: ['370303'],
  handling: 'handed-down',
  state: 'published',
  ...more,
})
const matrix: Matrix = {
  year: 2026,
  departments: [
    { department: { id: '1', name: '市应急管理局' }, regionCode: '370300', batches: [batch({})] },
    {
      department: { id: '2', name: '市市场监督管理局' },
      regionCode: '370300',
      batches: [
        batch({ leads: false }),
        batch({
          lineId: 'l2',
          planId: 'p2',
          title: '广告检查',
          from: '2026-09-01',
          to: '2026-09-30',
          state: 'draft',
        }),
      ],
    },
  ],
}
const view = (more: object = {}) =>
  mount(MatrixView, {
    props: {
      matrix,
      question: { year: 2026, region: '', binding: false },
      regions: [{ code: '370303', name: '张店区' }],
      exportAddress: '/api/plans/matrix.xlsx?year=2026',
      ...more,
    },
  })

describe('the plan matrix', () => {
  it('lays batches that meet into lines of their own, and others into one', () => {
    const spring = batch({ lineId: 'a', from: '2026-01-01', to: '2026-04-30' })
    const summer = batch({ lineId: 'b', from: '2026-04-01', to: '2026-08-31' })
    const autumn = batch({ lineId: 'c', from: '2026-05-01', to: '2026-12-31' })
    expect(lanes([autumn, summer, spring]).map((one) => [one.batch.lineId, one.lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ])
    expect(inMonth([spring, summer, autumn], 4).map((one) => one.lineId)).toEqual(['a', 'b'])
  })

  it('has a row for each department, with what it leads and what it takes part in', () => {
    const rows = view().findAll('[data-test="row"]')
    expect(rows.map((row) => row.get('th').text())).toEqual(['市应急管理局', '市市场监督管理局'])
    const [led] = rows[0]?.findAll('.bar') ?? []
    expect(led?.attributes('href')).toContain('"id":"p1"')
    expect(led?.attributes('style')).toContain('grid-column: 3 / 7')
    expect(led?.text()).toContain('12 户')
    expect(led?.attributes('title')).toContain('参与：市市场监督管理局')
    const [part, draft] = rows[1]?.findAll('.bar') ?? []
    expect(part?.classes()).toContain('part')
    expect(draft?.classes()).toContain('open')
    expect(view().get('.legend').text()).toContain('2 个部门，2 个批次')
  })

  it('is a list by month on a phone', () => {
    setNarrow(true)
    const found = view()
    expect(found.find('table').exists()).toBe(false)
    expect(found.findAll('[data-month]').map((one) => one.attributes('data-month'))).toEqual([
      '3',
      '4',
      '5',
      '6',
      '9',
    ])
    expect(found.get('[data-month="4"]').text()).toContain('由市应急管理局牵头')
  })

  it('asks for another region, and says when there is nothing', async () => {
    const found = view({ matrix: { year: 2026, departments: [] } })
    expect(found.text()).toContain('这一年没有符合条件的抽查批次')
    await found.get('input[type="checkbox"]').setValue(true)
    expect(found.emitted('ask')).toEqual([[{ year: 2026, region: '', binding: true }]])
    await found
      .findAll('button')
      .find((one) => one.text() === '打印')
      ?.trigger('click')
    expect(found.emitted('print')).toHaveLength(1)
    expect(found.get('a[download]').attributes('href')).toBe('/api/plans/matrix.xlsx?year=2026')
  })
})
