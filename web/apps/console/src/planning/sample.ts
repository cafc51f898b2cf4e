import { mount } from '@vue/test-utils'
import type { ItemRow } from '@/catalog/api'
import type { Coverage, PlanDetail, PlanLine } from './api'
import type { LineFigures, Manpower, Neighbour } from './figures'
import PlanFormView from './PlanFormView.vue'

export const coverage: Coverage = {
  pool: 2000,
  expected: 61,
  shareBp: 305,
  classes: [{ riskClass: 'A', pool: 2000, rateBp: 300, expected: 61 }],
  regions: [
    { regionCode: '370303', pool: 1500, expected: 46 },
    { regionCode: '370305', pool: 500, expected: 15 },
  ],
}
export const manpower: Manpower = {
  visits: 61,
  team: 2,
  perDay: 2,
  days: 80,
  needed: 62,
  available: 60,
  enough: false,
  departments: [{ department: { id: '3', name: '节能与综合利用科' }, inspectors: 1, available: 60 }],
}
export const neighbour: Neighbour = {
  line: {
    lineId: 'l9',
    title: '产品质量检查',
    source: 'plan',
    planId: 'p9',
    number: 'P-2026-0009',
    planTitle: '市场监管计划',
    state: 'published',
    lead: { id: '8', name: '市场监督管理局' },
    participants: [{ id: '7', name: '应急管理局' }],
    contact: { id: '5', name: '周岚' },
    from: '2026-05-01',
    to: '2026-09-30',
    handling: 'city-run',
  },
  shared: {
    kinds: ['enterprise'],
    regionCodes: [],
    methods: ['on-site'],
    from: '2026-05-01',
    to: '2026-06-30',
    targets: 1200,
    both: 6,
  },
  own: false,
}
export const figures = (more: Partial<LineFigures> = {}): LineFigures => ({
  coverage: () => Promise.resolve(coverage),
  manpower: () => Promise.resolve(manpower),
  ceilings: () => Promise.resolve({ drawn: 40, near: 12, at: 5 }),
  neighbours: () => Promise.resolve([]),
  choices: () =>
    Promise.resolve({
      participants: [{ id: '7', name: '应急管理局' }],
      aboveCounties: true,
      keyTargets: false,
      methods: ['documents', 'on-site'],
      subRegistries: [{ id: 'r1', name: '加油站' }],
    }),
  ...more,
})
export const line: PlanLine = {
  id: 'l1',
  position: 1,
  title: '重点用能单位节能检查',
  category: '节能监察',
  itemType: 'general',
  items: [{ id: 'v1', itemId: '7', number: 1, code: 'JN-01', name: '节能检查', category: 'general' }],
  filter: {
    kinds: ['enterprise'],
    regionCodes: [],
    tags: ['work-safety'],
    riskClasses: [],
    subRegistries: [],
  },
  subRegistries: [],
  ratesBp: { A: 300, C: 500 },
  counts: {},
  timesPerYear: 1,
  from: '2026-03-01',
  to: '2026-06-30',
  executing: { id: '3', name: '节能与综合利用科' },
  body: '示范市工业和信息化局',
  arrangement: {
    participants: [],
    handling: 'city-run',
    weights: {},
    methods: [],
    otherDemands: '',
    visitsPerDay: 2,
  },
  coverage,
  ceilings: { drawn: 40, near: 12, at: 5 },
  planned: { pool: 1990, expected: 60 },
}
export const plan: PlanDetail = {
  id: 'p1',
  number: 'P-2026-0001',
  year: 2026,
  version: 4,
  department: { id: '3', name: '节能与综合利用科' },
  kind: 'department',
  current: {
    id: 'pv',
    number: 1,
    state: 'published',
    title: '2026 年度抽查计划',
    lines: [line],
    reason: '',
    draftedBy: { id: '1', name: '林晓' },
  },
  bindingNumber: 1,
  versions: [{ number: 1, state: 'published', reason: '' }],
  filings: [],
  filingsOpen: [],
  publishAt: [],
  proposals: [],
  allowedCommands: ['adjust'],
}
export const item = (id: string, cap: number | null): ItemRow => ({
  id,
  code: `JN-0${id}`,
  name: `事项${id}`,
  category: cap === null ? 'key' : 'general',
  state: 'published',
  number: 1,
  ratioCapBp: cap,
  targetKind: '',
  department: { id: '4', name: '安全生产科' },
  participants: [],
  version: 1,
  inForceId: `v${id}`,
  changedAt: '2026-01-01T00:00:00Z',
})
export const form = (props: Record<string, unknown> = {}) =>
  mount(PlanFormView, {
    props: {
      plan,
      items: [item('1', 500), item('2', 300), item('3', null)],
      sections: [{ id: '3', name: '节能与综合利用科' }],
      section: '3',
      body: '示范市工业和信息化局',
      figures: figures(),
      ...props,
    },
    attachTo: document.body,
  })
export const press = async (view: ReturnType<typeof mount>, text: string) =>
  view
    .findAll('button')
    .find((one) => one.text() === text)
    ?.trigger('click')
