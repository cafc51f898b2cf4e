import { flushPromises, mount } from '@vue/test-utils'
import { type Component } from 'vue'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import { setNarrow } from '../../../test/window'
import type { Column } from './column'
import ListPage from './ListPage.vue'

interface Row {
  id: string
  name: string
  region?: string
  state: string
}

const columns: Column<Row>[] = [
  { key: 'name', title: '名称', main: true, sort: true },
  { key: 'region', title: '区划', sort: 'regionCode' },
  { key: 'contact', title: '联系人', shown: false },
  { key: 'state', title: '状态', badge: true },
]
const items: Row[] = [
  { id: '1', name: '晨光机械', region: '东城', state: '正常' },
  { id: '2', name: '海岳材料', state: '注销' },
]
const result = { items, total: 30241, totalExact: true, page: 1, size: 20 }

function list(props: Record<string, unknown> = {}, slots: Record<string, string> = {}) {
  return mount(ListPage as Component, {
    props: { id: 'test', owner: '7', title: '检查对象', columns, query: { ...firstPage }, result, ...props },
    slots,
    attachTo: document.body,
  })
}
const heads = (view: ReturnType<typeof list>) => view.findAll('th').map((cell) => cell.text())
const cells = (view: ReturnType<typeof list>) =>
  view.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()))

describe('ListPage', () => {
  it('shows the chosen columns, a dash for what is missing, and the total', () => {
    const view = list()
    expect(heads(view)).toEqual(['名称', '区划', '状态'])
    expect(cells(view)).toEqual([
      ['晨光机械', '东城', '正常'],
      ['海岳材料', '—', '注销'],
    ])
    expect(view.text()).toContain('共 30,241 条')
  })

  it('does not pretend to know a total that was cut off', () => {
    expect(list({ result: { ...result, total: 10000, totalExact: false } }).text()).toContain(
      '至少 10,000 条',
    )
  })

  it('sorts up, then down, then by the list’s own order, by the server’s name', async () => {
    const view = list({ query: { ...firstPage, page: 4 } })
    const sorter = () => view.findAll('th button')[1]
    await sorter()?.trigger('click')
    await view.setProps({ query: { ...firstPage, sort: ['regionCode'] } })
    expect(view.findAll('th')[1]?.attributes('aria-sort')).toBe('ascending')
    await sorter()?.trigger('click')
    await view.setProps({ query: { ...firstPage, sort: ['-regionCode'] } })
    await sorter()?.trigger('click')
    expect(
      view.emitted<[{ sort: string[]; page: number }]>('ask')?.map(([query]) => [query.sort, query.page]),
    ).toEqual([
      [['regionCode'], 1],
      [['-regionCode'], 1],
      [[], 1],
    ])
  })

  it('asks for a keyword from the first page on', async () => {
    const view = list({ query: { ...firstPage, page: 9 } })
    await flushPromises()
    await view.get('input').setValue('  机械 ')
    await view.get('form').trigger('submit')
    expect(view.emitted('ask')).toEqual([[{ ...firstPage, q: '机械', page: 1 }]])
  })

  it('has no keyword where the list cannot be searched', () => {
    expect(list({ searchless: true }).find('form input').exists()).toBe(false)
  })

  it('remembers the columns for this user and not for another', async () => {
    localStorage.setItem('sunlot.columns.7.test', JSON.stringify(['name', 'contact']))
    expect(heads(list())).toEqual(['名称', '联系人'])
    expect(heads(list({ owner: '8' }))).toEqual(['名称', '区划', '状态'])
  })

  it('never hides the column that names the row', () => {
    localStorage.setItem('sunlot.columns.7.test', JSON.stringify(['state']))
    expect(heads(list())).toEqual(['名称', '状态'])
  })

  it('tells an empty list from a search without a match', () => {
    const empty = { ...result, items: [], total: 0 }
    expect(list({ result: empty }).text()).toContain('暂无数据')
    expect(list({ result: empty, query: { ...firstPage, q: 'x' } }).text()).toContain('没有符合条件的记录')
  })

  it('waits visibly before the first answer and keeps the rows while asking again', () => {
    expect(list({ result: null, loading: true }).find('[role=status]').exists()).toBe(true)
    const again = list({ loading: true })
    expect(again.find('[role=status]').exists()).toBe(false)
    expect(again.get('[role=region]').attributes('aria-busy')).toBe('true')
  })

  it('shows a refusal and tries again', async () => {
    const problem = { type: 'about:blank', title: '读不了', status: 503 }
    const view = list({ result: null, problem })
    expect(view.get('[role=alert]').text()).toContain('读不了')
    await view.get('[role=alert] button').trigger('click')
    expect(view.emitted('retry')).toHaveLength(1)
  })

  it('selects rows and pages, and keeps what was selected on other pages', async () => {
    const view = list({ selectable: true, selected: ['99'] })
    const boxes = view.findAll('input[type=checkbox]')
    await boxes[0]?.setValue(true)
    expect(view.emitted('update:selected')?.at(-1)).toEqual([['99', '1', '2']])
    await view.setProps({ selected: ['99', '1'] })
    await view.findAll('input[type=checkbox]')[1]?.setValue(false)
    expect(view.emitted('update:selected')?.at(-1)).toEqual([['99']])
  })

  it('offers export only where there is one, with the columns in view', async () => {
    expect(list().text()).not.toContain('导出')
    const view = list({ exportable: true })
    await view
      .findAll('button')
      .find((button) => button.text() === '导出')
      ?.trigger('click')
    expect(view.emitted('export')).toEqual([[['name', 'region', 'state']]])
  })

  it('becomes cards on a phone, with the same cells', () => {
    setNarrow(true)
    const view = list({}, { 'cell-state': '<b>{{ params.row.state }}！</b>' })
    expect(view.find('table').exists()).toBe(false)
    expect(view.findAll('.card h2').map((title) => title.text())).toEqual(['晨光机械', '海岳材料'])
    expect(view.findAll('.badge').map((badge) => badge.text())).toEqual(['正常！', '注销！'])
  })
})
