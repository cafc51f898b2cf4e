import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import { exportAddress, filterOf, queryOf, type Job, type SavedList } from './api'
import WholeList from './WholeList.vue'

const none = {
  q: null,
  kind: null,
  region: null,
  riskClass: null,
  tag: null,
  status: null,
  complete: null,
  warned: null,
  detail: null,
  register: null,
}
const saved: SavedList = {
  id: 'l1',
  name: '待补全',
  owner: '林晓',
  own: false,
  shared: true,
  filter: { ...none, q: '化工', complete: false },
  sort: '-updatedAt',
  columns: ['name', 'tags'],
}
const job: Job = {
  id: 'j1',
  kind: 'target-export',
  subject: 'e1',
  state: 'running',
  done: 300_000,
  total: 1_200_000,
  message: '正在写出',
  startedBy: { id: '7', name: '林晓' },
  createdAt: '2026-11-29T02:00:00Z',
  endedAt: null,
  allowedCommands: ['cancel'],
}
const page = (props: Record<string, unknown> = {}) =>
  mount(WholeList, {
    props: { lists: [saved], mayEdit: true, doing: null, ...props },
    attachTo: document.body,
  })
afterEach(() => (document.body.innerHTML = ''))

describe('a whole list', () => {
  it('is asked for with the filters as the platform takes them', () => {
    const query = { ...firstPage, q: ' 化工 ', filters: { riskClass: 'C', complete: 'false' } }
    expect(filterOf(query)).toEqual({ ...none, q: '化工', riskClass: 'C', complete: false })
  })

  it('that was kept is opened as it was', () => {
    expect(queryOf(saved, 50)).toEqual({
      page: 1,
      size: 50,
      sort: ['-updatedAt'],
      q: '化工',
      filters: { complete: 'false' },
    })
  })

  it('is exported with all columns where nothing else is chosen', async () => {
    const view = page({ doing: 'export' })
    await view.vm.$nextTick()
    expect(document.body.textContent).toContain('由后台写出您能看到的全部对象')
    document.body.querySelector<HTMLButtonElement>('.el-dialog .el-button--primary')?.click()
    const form = view.emitted<[{ values: Record<string, unknown> }]>('send')?.[0]?.[0]
    expect(form?.values).toMatchObject({ format: 'xlsx' })
    expect(form?.values.fields).toHaveLength(10)
  })

  it('is tagged only after its number was shown', async () => {
    const view = page({ doing: 'tag', count: 30_241 })
    await view.vm.$nextTick()
    expect(document.body.textContent).toContain('符合当前条件的共 30,241 个对象')
  })

  it('shows how far the work is, can be stopped, and gives the file', async () => {
    const view = page({ job })
    await view.vm.$nextTick()
    expect(document.body.textContent).toContain('300,000 / 1,200,000')
    document.body.querySelector<HTMLButtonElement>('[data-test=stop]')?.click()
    expect(view.emitted('stop')).toHaveLength(1)
    await view.setProps({ job: { ...job, state: 'done' }, file: exportAddress('e1') })
    expect(document.body.querySelector('[data-test=file]')?.getAttribute('href')).toBe(
      '/api/targets/exports/e1/file',
    )
  })

  it('says that nothing was changed where the work was stopped', async () => {
    const view = page({ job: { ...job, state: 'cancelled' } })
    await view.vm.$nextTick()
    expect(document.body.querySelector('[role=alert]')?.textContent).toContain('什么都没有改动')
  })
})
