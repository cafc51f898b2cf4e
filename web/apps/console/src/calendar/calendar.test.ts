import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { CalendarYear } from './api'
import CalendarView from './CalendarView.vue'
import { readLines } from './lines'
import { monthsOf, workingDaysOf } from './year'

const source = '国办发明电〔2025〕7号'
const announced: CalendarYear = {
  year: 2026,
  provisional: false,
  source,
  days: [
    { date: '2026-01-01', kind: 'holiday', source },
    { date: '2026-01-04', kind: 'working', source },
  ],
}
const provisional: CalendarYear = { year: 2027, provisional: true, source: null, days: [] }
const cell = (year: CalendarYear, date: string) =>
  monthsOf(year)
    .flatMap((month) => month.days)
    .find((day) => day.date === date)
const page = (props: Record<string, unknown> = {}) =>
  mount(CalendarView, {
    props: { year: 2026, calendar: announced, today: '2026-11-21', ...props },
    attachTo: document.body,
  })

describe('calendar', () => {
  it('has every day once, weeks from Monday on', () => {
    const months = monthsOf(announced)
    expect(months.flatMap((month) => month.days)).toHaveLength(365)
    expect(months[0]?.lead).toBe(3)
    expect(monthsOf({ ...provisional, year: 2028 })[1]?.days).toHaveLength(29)
  })

  it('follows the announcement against the plain week', () => {
    expect(cell(announced, '2026-01-01')?.free).toBe(true)
    expect(cell(announced, '2026-01-04')?.free).toBe(false)
    expect(cell(announced, '2026-01-10')?.free).toBe(true)
    expect(workingDaysOf(monthsOf(announced))).toBe(261)
  })

  it('knows only fixed holidays in a provisional year, and says that it is one', () => {
    expect(cell(provisional, '2027-10-01')?.free).toBe(true)
    const view = page({ year: 2027, calendar: provisional })
    expect(view.text()).toContain('2027 年的节假日安排尚未录入')
    expect(view.find('.el-button--primary').exists()).toBe(false)
    expect(
      page({ year: 2027, calendar: provisional, mayEdit: true }).find('.el-button--primary').text(),
    ).toBe('录入全年安排')
  })

  it('lets only those who may correct a day', async () => {
    expect(page().find('button.day').exists()).toBe(false)
    const view = page({ mayEdit: true })
    await view.get('[aria-label^="2026-11-20"]').trigger('click')
    await flushPromises()
    const dialog = document.querySelector('.el-dialog')
    expect(dialog?.textContent).toContain('更正 2026-11-20')
    dialog?.querySelector<HTMLElement>('.el-button--primary')?.click()
    expect(view.emitted('save')?.[0]?.slice(0, 1)).toEqual([
      { source, days: [{ date: '2026-11-20', kind: 'holiday' }] },
    ])
  })

  it('reads periods and days of the announcement line by line', () => {
    expect(readLines('2027-01-01 至 2027-01-03\n\n2027-04-05', 2027)).toEqual({
      days: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-04-05'],
      findings: [],
    })
    expect(readLines('春节\n2026-12-31\n2027-13-01\n2027-02-03~2027-02-01', 2027).findings).toEqual([
      { line: 1, text: '春节', kind: 'bad' },
      { line: 2, text: '2026-12-31', kind: 'otherYear' },
      { line: 3, text: '2027-13-01', kind: 'bad' },
      { line: 4, text: '2027-02-03~2027-02-01', kind: 'bad' },
    ])
  })
})
