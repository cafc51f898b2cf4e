import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import type { PlanLine, TaskRow } from './api'
import { fromLine, outsidePlan, type NewTask } from './newTask'
import TasksView from './TasksView.vue'

const row: TaskRow = {
  id: 't1',
  number: 'T-2026-0012',
  title: '重点用能单位节能监察',
  ground: 'plan',
  department: { id: 'd', name: '节能科' },
  from: '2026-11-23',
  to: '2026-12-18',
  state: 'running',
  departments: 1,
  handedDown: false,
  visits: 14,
  finished: 3,
}
const line: PlanLine = {
  id: 'l1',
  title: '节能监察',
  from: '2026-03-01',
  to: '2026-12-20',
  items: [{ id: 'i1', code: 'JN-01', name: '能源利用状况检查' }],
  ratesBp: { A: 100 },
  executing: { id: 'd', name: '节能科' },
  arrangement: {
    participants: [{ id: 'd2', name: '市应急管理局' }],
    handling: 'city-run',
    weights: {},
    methods: [],
    form: null,
    otherDemands: '',
    visitsPerDay: 2,
  },
  planNumber: 'P-2026-0001',
  planTitle: '2026 年度计划',
}
const view = (props: Record<string, unknown> = {}) =>
  mount(TasksView, {
    props: {
      owner: '1',
      query: { ...firstPage },
      result: { items: [row], total: 1, totalExact: true, page: 1, size: 20 },
      mayOpen: true,
      lines: [line],
      items: [],
      ...props,
    },
    attachTo: document.body,
  })

describe('TasksView', () => {
  it('shows how far each task is', () => {
    expect(view().text()).toContain('3/14')
    expect(view().text()).toContain('检查中')
  })

  it('says what merging has saved this year, where it has saved anything', async () => {
    const shown = view({ savings: { year: 2026, merged: 38, saved: 41 } })
    expect(shown.text()).toContain('2026 年合并检查 38 户，少跑 41 户次')
    await shown.setProps({ savings: { year: 2026, merged: 0, saved: 0 } })
    expect(shown.text()).not.toContain('少跑')
  })

  it('proposes the participants of the plan line for invitation, and asks until when they answer', async () => {
    const shown = view({
      newFrom: line.id,
      departments: [
        { id: 'd2', name: '市应急管理局' },
        { id: 'd3', name: '市税务局' },
      ],
    })
    await nextTick()
    const dialog = [...document.querySelectorAll('.el-dialog')].at(-1)
    expect(dialog?.textContent).toContain('市应急管理局')
    expect(dialog?.textContent).toContain('答复期限')
    shown.unmount()
  })

  it('lets only those open a task who may', () => {
    expect(view({ mayOpen: false }).find('[data-test=new]').exists()).toBe(false)
  })

  it('asks for the choices when the form opens, and does not send an empty form', async () => {
    const shown = view()
    await shown.get('[data-test=new]').trigger('click')
    await nextTick()
    expect(shown.emitted('prepare')).toHaveLength(1)
    document.querySelector<HTMLElement>('[data-test=send]')?.click()
    await nextTick()
    expect(shown.emitted('open')).toBeUndefined()
    expect(document.querySelector('.el-dialog')?.textContent).toContain('请填写“计划条目”')
  })

  it('opens the form with the line of the plan that one came from, also where lines come late', async () => {
    const shown = view({ newFrom: line.id, lines: null })
    expect(shown.emitted('prepare')).toHaveLength(1)
    await shown.setProps({ lines: [line] })
    await nextTick()
    const dialogs = document.querySelectorAll<HTMLElement>('[data-test=send]')
    dialogs[dialogs.length - 1]?.click()
    await nextTick()
    expect(shown.emitted<[NewTask]>('open')?.[0]?.[0].line?.lineId).toBe(line.id)
  })
})

describe('a new task', () => {
  it('from a line says why it is not joint only where it is not', () => {
    const values = { lineId: 'l1', period: ['2026-03-01', '2026-04-01'], separateReason: 'x' }
    expect(fromLine({ ...values, joint: true }, 'k').line).toEqual({
      lineId: 'l1',
      from: '2026-03-01',
      to: '2026-04-01',
      exemptionException: null,
      separateReason: '',
      aloneReason: '',
      invite: null,
      answerBy: null,
    })
    expect(fromLine({ ...values, invite: ['d2'], answerBy: '2026-03-06' }, 'k').line).toMatchObject({
      invite: ['d2'],
      answerBy: '2026-03-06',
    })
    expect(fromLine({ ...values, joint: false }, 'k').line?.separateReason).toBe('x')
  })

  it('outside the plan takes kinds and regions as chosen and rates as typed', () => {
    const values = {
      title: ' 专项 ',
      ground: 'complaint',
      groundText: '来信 12 号',
      itemVersionIds: ['i1', 'i2'],
      kinds: ['enterprise'],
      regions: ['370302', '370303'],
      tags: [],
      rates: { A: 2.5, D: undefined },
      period: ['2026-12-01', '2026-12-10'],
      joint: true,
    }
    expect(outsidePlan(values, 'k').outside).toMatchObject({
      title: '专项',
      filter: {
        kinds: ['enterprise'],
        regionCodes: ['370302', '370303'],
        tags: [],
        riskClasses: [],
        subRegistries: [],
      },
      ratesBp: { A: 250 },
    })
  })
})
