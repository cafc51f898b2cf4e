import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import { type InspectorDetail, type TargetDetail, type TargetRow } from './api'
import InspectorsView from './InspectorsView.vue'
import InspectorView from './InspectorView.vue'
import TargetFormView from './TargetFormView.vue'
import TargetsView from './TargetsView.vue'
import TargetView from './TargetView.vue'

const row: TargetRow = {
  id: '1',
  unitId: '91370303MA3C0EXA08',
  name: '示范市阳光机械有限公司',
  kind: 'enterprise',
  regionCode: '370303',
  region: '张店区',
  riskClass: 'C',
  tags: ['work-safety', '省级试点'],
  status: 'active',
  responsiblePerson: '王小明',
  contact: '0533****000',
  complete: false,
  warnings: [],
  updatedAt: '2026-11-01T02:00:00Z',
}
const target: TargetDetail = {
  ...row,
  address: '阳光路 1 号',
  registers: [{ id: 'r1', name: '特种设备', in: false, place: 'out' }],
  belongsTo: [],
  belonging: [
    {
      relation: 'located-in',
      label: '场所内的对象',
      unitId: 'sb:T1',
      id: '9',
      name: '一号电梯',
      kind: 'equipment',
    },
    { relation: 'belongs-to', label: '所属的对象', unitId: 'sb:T2', id: null, name: null, kind: null },
  ],
  details: [{ name: 'industry', label: '行业', value: '机械制造', text: '机械制造' }],
  version: 2,
  allowedCommands: ['change', 'tag', 'untag', 'close'],
  history: [
    {
      at: '2026-10-01T02:00:00Z',
      by: '林晓',
      importId: 'i1',
      reason: '年度更新',
      changes: { riskClass: ['B', 'C'], tags: [[], ['work-safety']] },
    },
  ],
}
const list = <Row>(items: Row[]) => ({
  query: { ...firstPage },
  result: { items, total: items.length, totalExact: true, page: 1, size: 20 },
  loading: false,
  problem: null,
})
const detail: InspectorDetail = {
  inspector: {
    id: '5',
    name: '周敏',
    sex: 'female',
    post: '科员',
    department: { id: '3', name: '安全生产科' },
    licenceNumber: '370300-001',
    licenceKind: 'enforcement',
    licenceUntil: '2026-12-10',
    licenceRegion: '',
    licence: 'expiring',
    qualifications: ['安全评价'],
    specialities: ['特种设备'],
    items: [],
    active: true,
  },
  leave: [{ id: 'v1', from: '2026-12-01', to: '2026-12-05', reason: '学习' }],
  interests: [],
  declarations: [],
  trainings: [],
  history: [],
  version: 1,
  allowedCommands: ['change', 'add-leave', 'add-training', 'declare-interest', 'declare'],
}
const find = () => Promise.resolve([])

describe('targets', () => {
  const summary = {
    active: 30241,
    perRiskClass: { A: 20000, C: 241 },
    incomplete: 132,
    warned: 0,
    inactive: 9,
  }
  const page = (props: Record<string, unknown> = {}) =>
    mount(TargetsView, { props: { owner: '1', list: list([row]), summary, ...props } })

  it('show codes in words, own tags as they are written, and what is incomplete', () => {
    const text = page().get('tbody tr').text()
    expect(text).toContain('企业')
    expect(text).toContain('安全生产、省级试点')
    expect(text).toContain('信息不全')
  })

  it('are narrowed to what is to be mended by its number', async () => {
    const view = page()
    const number = view.findAll('.number').find((one) => one.text().includes('132'))
    await number?.trigger('click')
    expect(view.emitted('ask')).toEqual([
      [{ ...firstPage, filters: { status: 'active', complete: 'false' } }],
    ])
  })

  it('are tagged in bulk only by those who may change them', () => {
    expect(
      page({ selected: ['1'] })
        .find('input[type=checkbox]')
        .exists(),
    ).toBe(false)
    expect(
      page({ selected: ['1'], mayEdit: true })
        .get('.bulk')
        .text(),
    ).toContain('加标签')
  })

  it('tell what changed, from what to what, by whom and why', async () => {
    const burden = { year: 2026, times: 0, ceilings: [], marks: [] }
    const view = mount(TargetView, { props: { target, burden }, attachTo: document.body })
    expect(view.text()).toContain('机械制造')
    expect(view.text()).toContain('本年尚未被抽中')
    expect(view.text()).toContain('特种设备（人工调出）')
    await view
      .findAll('[role=tab]')
      .find((one) => one.text().includes('归属关系'))
      ?.trigger('click')
    expect(view.text()).toContain('一号电梯')
    expect(view.text()).toContain('名录库中没有')
    await view.findAll('[role=tab]').at(-1)?.trigger('click')
    expect(view.text()).toContain('信用风险类别：B 一般风险 → C 较高风险；标签：（空） → 安全生产')
    expect(view.text()).toContain('批量导入 · 年度更新')
  })

  it('have no tag to take off where there is none', () => {
    const names = (tags: string[]) =>
      mount(TargetView, { props: { target: { ...target, tags } } })
        .findAll('[data-command]')
        .map((one) => one.attributes('data-command'))
    expect(names(['exempt'])).toContain('untag')
    expect(names([])).not.toContain('untag')
  })

  it('need a reason when they are changed, not when they are new', async () => {
    const changed = mount(TargetFormView, { props: { target } })
    await changed.get('form').trigger('submit')
    expect(changed.emitted('save')).toBeUndefined()
    expect(changed.text()).toContain('请填写“理由”')
    const fresh = mount(TargetFormView)
    await fresh.vm.$nextTick()
    await fresh.get('#field-unitId').setValue(' 91370303MA3C0EXA08 ')
    await fresh.get('#field-name').setValue('阳光机械')
    await fresh.get('form').trigger('submit')
    expect(fresh.emitted('save')?.[0]?.[0]).toMatchObject({
      unitId: '91370303MA3C0EXA08',
      content: { name: '阳光机械', kind: 'enterprise', riskClass: 'N' },
    })
  })
})

describe('inspectors', () => {
  it('whose licence ends soon stand out in the list', () => {
    const view = mount(InspectorsView, { props: { owner: '1', list: list([detail.inspector]) } })
    expect(view.get('tbody').text()).toContain('即将到期')
  })

  it('say what the end of the licence means', () => {
    const view = (licence: 'expiring' | 'expired' | 'valid') =>
      mount(InspectorView, {
        props: { detail: { ...detail, inspector: { ...detail.inspector, licence } }, findTargets: find },
      }).text()
    expect(view('expiring')).toContain('请及时换证')
    expect(view('expired')).toContain('换证前不能被抽中')
    expect(view('valid')).not.toContain('换证')
  })

  it('can be called back from leave by those who may', async () => {
    const view = mount(InspectorView, { props: { detail, findTargets: find } })
    await view
      .findAll('button')
      .find((one) => one.text() === '取消这段请假')
      ?.trigger('click')
    expect(view.emitted('removeLeave')).toEqual([['v1']])
    const reader = mount(InspectorView, {
      props: { detail: { ...detail, allowedCommands: [] }, findTargets: find },
    })
    expect(reader.text()).not.toContain('取消这段请假')
  })
})
