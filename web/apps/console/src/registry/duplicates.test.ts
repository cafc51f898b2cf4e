import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { firstPage } from '@/api/list'
import type { Comparison, Duplicate, DuplicateRunState, Job, TargetMergers } from './api'
import CompareView from './CompareView.vue'
import DuplicatesView from './DuplicatesView.vue'
import TargetMergersView from './TargetMergers.vue'

const pair: Duplicate = {
  id: 'd1',
  first: {
    id: '1',
    unitId: '91370303228012345K',
    name: '阳光机械有限公司',
    region: '张店区',
    kind: 'enterprise',
    status: 'active',
  },
  second: {
    id: '2',
    unitId: 'regno:370303228012345',
    name: '阳光机械厂',
    region: '张店区',
    kind: 'enterprise',
    status: 'active',
  },
  signals: ['old-number', 'address'],
  differing: ['unitId', 'name', 'responsiblePerson'],
  state: 'open',
  reason: '',
  decidedBy: '',
  decidedAt: null,
  foundAt: '2026-12-01T02:00:00Z',
  version: 1,
  allowedCommands: ['merge', 'dismiss'],
}
const done: DuplicateRunState = {
  run: {
    id: 'r1',
    jobId: 'j1',
    startedBy: '林晓',
    startedAt: '2026-12-01T02:00:00Z',
    read: 30241,
    found: 2,
    added: 1,
    outcome: 'done',
    endedAt: '2026-12-01T02:01:00Z',
  },
  allowedCommands: ['search'],
}
const list = (items: Duplicate[]) => ({
  query: { ...firstPage, filters: { state: 'open' } },
  result: { items, total: items.length, totalExact: true, page: 1, size: 20 },
  loading: false,
  problem: null,
})
const show = (items: Duplicate[], last: DuplicateRunState, more: object = {}) =>
  mount(DuplicatesView, { props: { owner: 'p', list: list(items), last, ...more } })

describe('possible duplicates', () => {
  it('says in words what agrees and what differs', () => {
    const text = show([pair], done).text()
    expect(text).toContain('一致：旧注册号在信用代码之内、地址相同')
    expect(text).toContain('不同：编号、名称、负责人')
    expect(text).toContain('读取 30,241 个对象')
  })

  it('explains itself where nobody has searched, with the button to begin', async () => {
    const view = show([], { run: null, allowedCommands: ['search'] })
    expect(view.text()).toContain('还没有查找过')
    await view.get('[data-command=search]').trigger('click')
    expect(view.emitted('search')).toHaveLength(1)
    const looking = show([], { run: null, allowedCommands: [] })
    expect(looking.find('[data-command=search]').exists()).toBe(false)
  })

  it('shows how far a search is, and stops it', async () => {
    const job = {
      id: 'j1',
      done: 500,
      total: 2000,
      message: '正在比对',
      state: 'running',
      allowedCommands: ['cancel'],
    } as unknown as Job
    const view = show([], { ...done, allowedCommands: [] }, { job })
    expect(view.text()).toContain('500 / 2,000')
    await view.get('[data-command=stop]').trigger('click')
    expect(view.emitted('stop')).toHaveLength(1)
  })

  it('has the commands that the platform allows, and no others', async () => {
    const view = show([pair], done)
    expect(view.find('[data-command=reconsider]').exists()).toBe(false)
    await view.get('[data-command=dismiss]').trigger('click')
    expect(view.emitted('start')?.[0]).toEqual(['dismiss', pair])
    const looking = show([{ ...pair, allowedCommands: [] }], done)
    expect(looking.find('[data-command=dismiss]').exists()).toBe(false)
  })
})

const target = {
  kind: 'enterprise',
  status: 'active',
  complete: true,
  updatedAt: '2026-12-01T02:00:00Z',
} as const
const comparison: Comparison = {
  first: { ...target, id: '2', unitId: 'regno:370303228012345', name: '阳光机械厂', version: 3 },
  second: { ...target, id: '1', unitId: '91370303228012345K', name: '阳光机械有限公司', version: 7 },
  fields: [
    {
      name: 'unitId',
      label: '',
      first: ['regno:370303228012345'],
      second: ['91370303228012345K'],
      differs: true,
      chosen: false,
    },
    {
      name: 'name',
      label: '',
      first: ['阳光机械厂'],
      second: ['阳光机械有限公司'],
      differs: true,
      chosen: true,
    },
    { name: 'contact', label: '', first: ['133******00'], second: [], differs: true, chosen: true },
    { name: 'riskClass', label: '', first: ['B'], second: ['N'], differs: true, chosen: true },
    { name: 'tags', label: '', first: ['dishonesty'], second: [], differs: true, chosen: false },
    { name: 'kind', label: '', first: ['enterprise'], second: ['enterprise'], differs: false, chosen: false },
  ],
  pair,
  allowedCommands: ['merge'],
}

describe('two targets side by side', () => {
  it('marks what differs and proposes the one with a credit code to stay', () => {
    const view = mount(CompareView, { props: { comparison } })
    expect(view.findAll('.differs')).toHaveLength(5)
    expect(view.get('[data-field=kind]').classes()).not.toContain('differs')
    expect(view.text()).toContain('“阳光机械厂”并入“阳光机械有限公司”（91370303228012345K）')
  })

  it('keeps what the survivor does not say, and wants a reason', async () => {
    const view = mount(CompareView, { props: { comparison } })
    await view.get('form').trigger('submit')
    expect(view.emitted('merge')).toBeUndefined()
    await view.get('textarea').setValue('换发信用代码')
    await view.get('form').trigger('submit')
    expect(view.emitted('merge')?.[0]).toEqual([
      {
        survivor: comparison.second,
        absorbed: comparison.first,
        taken: ['contact', 'riskClass'],
        reason: '换发信用代码',
      },
    ])
  })

  it('lets a person choose the other one, and each field', async () => {
    const view = mount(CompareView, { props: { comparison } })
    await view.get('[data-stay=first] input').setValue(true)
    await view.findAll('[data-field=name] input')[1]?.setValue(true)
    await view.get('textarea').setValue('实地核实')
    await view.get('form').trigger('submit')
    expect(view.emitted('merge')?.[0]).toEqual([
      {
        survivor: comparison.first,
        absorbed: comparison.second,
        taken: ['name'],
        reason: '实地核实',
      },
    ])
  })

  it('has nothing to choose where they cannot be merged', () => {
    const view = mount(CompareView, { props: { comparison: { ...comparison, allowedCommands: [] } } })
    expect(view.find('form').exists()).toBe(false)
    expect(view.find('input').exists()).toBe(false)
  })
})

describe('mergers of a target', () => {
  const mergers: TargetMergers = {
    mergedInto: null,
    merged: [
      {
        id: 'm1',
        absorbed: { id: '2', unitId: 'regno:370303228012345', name: '阳光机械厂' },
        by: '林晓',
        at: '2026-12-01T02:00:00Z',
        reason: '换发信用代码',
        separatedBy: null,
        separatedAt: null,
        separatedReason: null,
        version: 1,
        allowedCommands: ['separate'],
      },
    ],
    duplicates: [pair],
  }

  it('says who merged what and why, and what may be the same', () => {
    const text = mount(TargetMergersView, { props: { id: '1', mergers } }).text()
    expect(text).toContain('林晓')
    expect(text).toContain('换发信用代码')
    expect(text).toContain('旧注册号在信用代码之内')
  })

  it('separates only where that is allowed', () => {
    const separated = {
      ...mergers,
      merged: mergers.merged.map((one) => ({ ...one, allowedCommands: [] })),
    }
    const view = mount(TargetMergersView, { props: { id: '1', mergers: separated } })
    expect(view.find('[data-command=separate]').exists()).toBe(false)
  })
})
