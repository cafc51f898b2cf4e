import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { PlanDetail, PlanLine } from '@/planning/api'
import AnswerList from './AnswerList.vue'
import type { JointYear, Overlap, OverlapsOfYear, PlanComparison, ProposalDetail, ProposalRow } from './api'
import CompareLines from './CompareLines.vue'
import JointYearView from './JointYearView.vue'
import OverlapPairs from './OverlapPairs.vue'
import ProposalsView from './ProposalsView.vue'
import ProposalView from './ProposalView.vue'
import { planSteps, proposalSteps, yearSteps } from './steps'
import { byState, openFirst } from './words'
import YearProposals from './YearProposals.vue'

const emergency = { id: 'y', name: '市应急管理局' }
const market = { id: 'm', name: '市市场监督管理局' }
const ecology = { id: 'e', name: '市生态环境局' }
const line: PlanLine = {
  id: 'l1',
  position: 1,
  title: '危化品经营企业联合检查',
  category: '安全生产',
  itemType: 'key',
  items: [{ id: 'v1', itemId: '7', number: 1, code: 'YJ-01', name: '安全生产', category: 'key' }],
  filter: { kinds: ['enterprise'], regionCodes: [], tags: [], riskClasses: [], subRegistries: [] },
  subRegistries: [],
  ratesBp: { A: 100 },
  counts: {},
  timesPerYear: 1,
  from: '2026-04-01',
  to: '2026-10-31',
  executing: { id: '3', name: '危化科' },
  body: '市应急管理局',
  arrangement: {
    participants: [market, ecology],
    handling: 'city-run',
    weights: {},
    methods: [],
    otherDemands: '',
    visitsPerDay: 2,
  },
  coverage: { pool: 100, expected: 1, shareBp: 100, classes: [], regions: [] },
  ceilings: { drawn: 0, near: 0, at: 0 },
}
const proposal: ProposalDetail = {
  id: 'p1',
  number: 'J-2026-0001',
  year: 2026,
  version: 3,
  state: 'proposed',
  region: { code: '370300', name: '示范市' },
  section: { id: '3', name: '危化科' },
  lead: emergency,
  office: market,
  line,
  focus: '重大危险源',
  answersUntil: '2026-01-15',
  byOffice: false,
  answers: [
    {
      department: market,
      state: 'agreed',
      remark: '一并检查计量器具',
      items: [],
      coordinated: false,
      by: { id: '1', name: '周明' },
      at: '2026-01-08T02:00:00Z',
    },
    { department: ecology, state: 'awaited', remark: '', items: [], coordinated: false },
  ],
  draftedBy: { id: '2', name: '林晓' },
  due: '2026-01-31',
  late: false,
  merged: [],
  keptApart: [],
  allowedCommands: ['agree', 'decline'],
}
const row = (id: string, more: Partial<ProposalRow> = {}): ProposalRow => ({
  id,
  number: `J-2026-000${id}`,
  year: 2026,
  title: `建议${id}`,
  state: 'agreed',
  lead: emergency,
  participants: [market],
  agreed: 1,
  awaited: 0,
  declined: 0,
  from: '2026-04-01',
  to: '2026-10-31',
  late: false,
  besidePlan: false,
  changedAt: '2026-01-08T02:00:00Z',
  ...more,
})
const year = (more: Partial<JointYear> = {}): JointYear => ({
  year: 2026,
  region: { code: '370300', name: '示范市' },
  office: market,
  acting: true,
  decidedBy: 'city-government',
  submitBy: '2026-01-31',
  publishBy: '2026-02-28',
  proposals: [row('1'), row('2', { state: 'proposed', awaited: 1, answersUntil: '2026-01-15' })],
  besidePlan: [],
  answers: [],
  mayDeclare: false,
  duties: [],
  counties: [{ code: '370300', name: '示范市' }],
  clauses: ['PDS-7'],
  ...more,
})
const side = (id: string, state = 'agreed'): Overlap['one'] => ({
  lineId: `l${id}`,
  title: `建议${id}`,
  source: 'proposal',
  proposalId: id,
  number: `J-2026-000${id}`,
  planTitle: '',
  state,
  lead: emergency,
  participants: [market],
  from: '2026-04-01',
  to: '2026-10-31',
  handling: 'city-run',
})
const pair = (state?: string): Overlap => ({
  one: side('1'),
  other: side('2', state),
  shared: {
    kinds: ['enterprise'],
    regionCodes: [],
    methods: [],
    from: '2026-04-01',
    to: '2026-10-31',
    targets: 120,
    both: 4,
  },
})
const overlaps = (...pairs: Overlap[]): OverlapsOfYear => ({
  year: 2026,
  overlaps: pairs,
  burden: { times: [{ times: 2, targets: 120, drawn: 4 }] },
})
const global = { stubs: { RouterLink: RouterLinkStub } }
const t = (key: string, values?: Record<string, unknown>) => `${key} ${Object.values(values ?? {}).join(' ')}`
const same = (text: string) => text

describe('a proposal', () => {
  it('says who agreed, who is awaited and until when', () => {
    const text = mount(AnswerList, {
      props: { answers: proposal.answers, until: proposal.answersUntil },
      global,
    }).text()
    expect(text).toContain('市市场监督管理局同意')
    expect(text).toContain('周明')
    expect(text).toContain('一并检查计量器具')
    expect(text).toContain('市生态环境局待答复')
    expect(text).toContain('截至 2026-01-15')
  })

  it('says calmly that nobody was asked yet', () => {
    expect(mount(AnswerList, { props: { answers: [] }, global }).text()).toContain('还没有征求意见')
  })

  it('offers an answer to who was asked, and nothing to others', () => {
    const buttons = (allowedCommands: string[]) =>
      mount(ProposalView, { props: { proposal: { ...proposal, allowedCommands } }, global })
        .findAll('button')
        .map((one) => one.text())
    expect(buttons(['agree', 'decline'])).toEqual(expect.arrayContaining(['同意参加', '不参加']))
    expect(buttons([])).not.toContain('同意参加')
  })

  it('tells the office where to go on, and does not offer merging without the other one', () => {
    const view = mount(ProposalView, {
      props: { proposal: { ...proposal, state: 'agreed', allowedCommands: ['merge', 'return-proposal'] } },
      global,
    })
    expect(view.text()).toContain('参与单位已商定')
    expect(view.findAll('button').map((one) => one.text())).not.toContain('合并')
  })

  it('says that it is late, and that it is taken all the same', () => {
    const view = mount(ProposalView, { props: { proposal: { ...proposal, late: true } }, global })
    expect(view.text()).toContain('报送期限为 2026-01-31，已逾期；仍可办理')
  })

  it('shows where it stands', () => {
    const states = (more: Partial<ProposalDetail>) =>
      proposalSteps({ ...proposal, ...more }, t, same).map((step) => step.state)
    expect(states({ state: 'draft' })).toEqual(['current', 'todo', 'todo', 'todo'])
    expect(states({})).toEqual(['done', 'current', 'todo', 'todo'])
    expect(states({ state: 'agreed' })).toEqual(['done', 'done', 'current', 'todo'])
    expect(states({ state: 'taken' })).toEqual(['done', 'done', 'done', 'done'])
    expect(states({ state: 'withdrawn' })).toEqual(['skipped', 'skipped', 'skipped', 'skipped'])
  })
})

describe('the list of proposals', () => {
  const list = (rows: ProposalRow[]) => ({
    query: { page: 1, size: 20, sort: [], q: '', filters: {} },
    result: { items: rows, total: rows.length, totalExact: true, page: 1, size: 20 },
    loading: false,
    problem: null,
  })

  it('shows answers in numbers and what is late', () => {
    const text = mount(ProposalsView, {
      props: {
        owner: '1',
        today: '2026-01-10',
        list: list([row('1', { state: 'proposed', awaited: 1, answersUntil: '2026-01-15', late: true })]),
      },
      global,
    }).text()
    expect(text).toContain('同意 1 · 待答复 1（截至 2026-01-15）')
    expect(text).toContain('逾期')
  })

  it('lets propose only who may, and beside the plan only where the rules know it', () => {
    const buttons = (more: object) =>
      mount(ProposalsView, { props: { owner: '1', today: '2026-01-10', list: list([]), ...more }, global })
        .findAll('[data-test]')
        .map((one) => one.attributes('data-test'))
    expect(buttons({})).not.toContain('new')
    expect(buttons({ mayPropose: true })).toContain('new')
    expect(buttons({ mayPropose: true })).not.toContain('new-beside')
    expect(buttons({ mayPropose: true, mayBeside: true })).toContain('new-beside')
  })
})

describe('the joint planning of a year', () => {
  it('puts what waits for the office first', () => {
    expect(
      byState([row('1', { state: 'taken' }), row('2', { state: 'proposed' }), row('3')]).map((g) => g.state),
    ).toEqual(['agreed', 'proposed', 'taken'])
  })

  it('takes what was chosen, and nothing that is not agreed', async () => {
    const view = mount(YearProposals, { props: { proposals: year().proposals, takes: true }, global })
    const boxes = view.findAll('input[type=checkbox]')
    expect(boxes).toHaveLength(1)
    await boxes[0]?.setValue(true)
    await view.get('[data-test=take]').trigger('click')
    expect(view.emitted('take')).toEqual([[['1']]])
  })

  it('is begun by the office alone', () => {
    const has = (acting: boolean) =>
      mount(JointYearView, { props: { year: year({ acting }), years: [2026] }, global })
        .find('[data-test=begin]')
        .exists()
    expect(has(true)).toBe(true)
    expect(has(false)).toBe(false)
  })

  it('names who decides and until when, by the rules', () => {
    const steps = yearSteps(year(), 'submitted', t, same)
    expect(steps.map((step) => step.state)).toEqual(['done', 'done', 'current', 'todo'])
    expect(steps[2]?.note).toContain('city-government')
    expect(steps[3]?.note).toContain('2026-02-28')
  })

  it('offers to merge what overlaps once both are agreed', async () => {
    const view = mount(OverlapPairs, { props: { found: overlaps(pair()), acting: true }, global })
    expect(view.text()).toContain('120 户在两个项目的范围内，预计 4 户会被抽到两次')
    await view.get('[data-test=merge]').trigger('click')
    expect(view.emitted('merge')).toHaveLength(1)
    const early = mount(OverlapPairs, { props: { found: overlaps(pair('proposed')), acting: true }, global })
    expect(early.find('[data-test=merge]').exists()).toBe(false)
    expect(early.text()).toContain('两份建议都商定后可以合并')
    const other = mount(OverlapPairs, { props: { found: overlaps(pair()) }, global })
    expect(other.find('[data-test=merge]').exists()).toBe(false)
  })

  it('merges into the one whose lead goes on', async () => {
    const view = mount(JointYearView, {
      props: { year: year(), overlaps: overlaps(pair()), years: [2026] },
      global,
      attachTo: document.body,
    })
    await view.get('[data-test=merge]').trigger('click')
    await flushPromises()
    const note = document.body.querySelector('textarea')
    expect(note).not.toBeNull()
    view.unmount()
  })

  it('shows what is late before what is done', () => {
    const duty = (id: string, due: string, done?: string) => ({
      id,
      department: market,
      region: { code: '370300', name: '示范市' },
      year: 2026,
      kind: 'propose' as const,
      due,
      done,
      late: false,
    })
    expect(
      openFirst([
        duty('a', '2026-01-31', '2026-01-20'),
        duty('b', '2026-02-28'),
        duty('c', '2026-01-31'),
      ]).map((one) => one.id),
    ).toEqual(['c', 'b', 'a'])
  })
})

describe('versions of a plan', () => {
  const comparison: PlanComparison = {
    from: 1,
    to: 2,
    lines: [
      { change: 'changed', before: line, after: { ...line, ratesBp: { A: 200 } }, fields: ['rates'] },
      { change: 'added', after: { ...line, id: 'l2', title: '加油站' }, fields: [] },
      { change: 'dropped', before: { ...line, id: 'l3', title: '冷库' }, fields: [] },
      { change: 'same', before: line, after: line, fields: [] },
    ],
  }

  it('are compared line by line', () => {
    const view = mount(CompareLines, { props: { versions: [1, 2], pair: [1, 2], comparison }, global })
    const lines = view.findAll('[data-test=compared]').map((one) => one.text())
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('A 1%')
    expect(lines[0]).toContain('A 2%')
    expect(lines[1]).toContain('加油站')
    expect(lines[1]).toContain('新增')
    expect(lines[2]).toContain('调出')
    expect(view.text()).toContain('1 个项目没有改动')
  })

  it('need two', () => {
    expect(mount(CompareLines, { props: { versions: [1] }, global }).text()).toContain('只有一版')
  })
})

describe('the way of a joint plan', () => {
  const plan = (more: Partial<PlanDetail>, state: PlanDetail['current']['state']): PlanDetail => ({
    id: 'p',
    number: 'P-2026-0007',
    year: 2026,
    version: 4,
    department: market,
    kind: 'joint',
    region: { code: '370300', name: '示范市' },
    current: {
      id: 'v',
      number: 1,
      state,
      title: '2026 年部门联合抽查计划',
      lines: [line],
      reason: '',
      draftedBy: { id: '1', name: '林晓' },
    },
    versions: [],
    way: { decidesNow: 'joint-conference', publishBy: '2026-02-28', late: false, clauses: ['PDS-7'] },
    filings: [],
    filingsOpen: [],
    publishAt: [],
    proposals: [],
    allowedCommands: [],
    ...more,
  })
  const states = (of: PlanDetail) => planSteps(of, t, same, same).map((step) => step.state)

  it('shows what is done, what is next and what has to be filed', () => {
    expect(states(plan({}, 'draft'))).toEqual(['current', 'todo', 'todo', 'todo'])
    expect(states(plan({}, 'submitted'))).toEqual(['done', 'done', 'current', 'todo'])
    expect(states(plan({ filingsOpen: ['same-level-government'] }, 'published'))).toEqual([
      'done',
      'done',
      'done',
      'done',
      'current',
    ])
  })
})
