import type { PoolPlan } from './poolPlan'
import type { PoolRow, StaffingChange, Task, Visit } from './api'
import type { Invitation, Part } from './together'

/** Made-up tasks and visits for the tests. */
export function task(more: Partial<Task> = {}): Task {
  return {
    id: 't1',
    version: 3,
    number: 'T-2026-0012',
    title: '重点用能单位节能监察',
    state: 'pool-ready',
    ground: 'plan',
    groundText: '',
    department: { id: 'd1', name: '节能与综合利用科' },
    items: [
      {
        id: 'i1',
        code: 'JN-01',
        name: '重点用能单位能源利用状况检查',
        version: 2,
        category: 'general',
        department: { id: 'd1', name: '节能与综合利用科' },
      },
    ],
    filter: { kinds: [], regionCodes: [], tags: [], riskClasses: [], subRegistries: [] },
    ratesBp: { A: 100, D: 2500 },
    from: '2026-11-23',
    to: '2026-12-18',
    joint: true,
    separateReason: '',
    aloneReason: '',
    together: {
      handedDown: false,
      invitations: [],
      filing: null,
      parts: [],
      progress: [],
      savings: { merged: 0, saved: 0 },
    },
    profileId: 'zibo_miit',
    profileVersion: '2020-06-06',
    profileTitle: '双随机监管工作实施细则',
    createdAt: '2026-11-20T01:00:00Z',
    poolPreparedAt: '2026-11-20T02:00:00Z',
    toConfirm: [],
    pool: { size: 312, strata: { A: 250, D: 41 }, excluded: { 'annual-cap': 9, exempt: 12 } },
    draws: [],
    visitStates: {},
    teamWays: ['per-department', 'unified'],
    allowedCommands: ['prepare-pool', 'allow-beyond-cap', 'freeze-pool', 'abandon'],
    ...more,
  }
}

export function poolPlan(more: Partial<PoolPlan> = {}): PoolPlan {
  const stratum = { regionCode: null, regionName: null, weight: null }
  return {
    prepared: true,
    size: 312,
    frame: 291,
    quota: 14,
    weighted: false,
    strata: [
      { ...stratum, stratum: 'A', ofClass: 'A', members: 250, rateBp: 100, quota: 3 },
      { ...stratum, stratum: 'D', ofClass: 'D', members: 41, rateBp: 2500, quota: 11 },
    ],
    excluded: [
      { reason: 'annual-cap', number: 9, clauses: ['ZB-12'] },
      { reason: 'exempt', number: 12, clauses: ['ZB-9'] },
    ],
    notes: [],
    cap: {
      max: 2,
      appliesTo: 'every-target',
      scope: 'same-item-same-year',
      asARule: true,
      clauses: ['ZB-12'],
    },
    capGroups: [],
    beyondCap: 0,
    batches: [],
    run: null,
    allowedCommands: [],
    ...more,
  }
}

export const poolRows: PoolRow[] = [
  {
    targetId: 'a',
    unitId: '91370303MA3C10001X',
    name: '示例市晨光机械有限公司',
    riskClass: 'A',
    treatment: 'plain',
    stratum: 'A',
    detail: '',
  },
  {
    targetId: 'b',
    unitId: '91370303MA3C10002X',
    name: '示例市海岳新材料有限公司',
    riskClass: 'A',
    treatment: 'plain',
    stratum: 'A',
    excluded: 'annual-cap',
    detail: '2/2',
  },
  {
    targetId: 'c',
    unitId: '91370303MA3C10003X',
    name: '示例市同庆食品有限公司',
    riskClass: 'D',
    treatment: 'plain',
    stratum: 'D',
    excluded: 'not-active',
    detail: 'closed',
  },
]

export function change(more: Partial<StaffingChange> = {}): StaffingChange {
  return {
    id: 'c1',
    version: 1,
    visitId: 'v1',
    visitNumber: 'V-2026-0031',
    targetName: '示例市晨光机械有限公司',
    kind: 'recusal',
    way: 'new-random-draw',
    role: 'b-member',
    leaving: '赵一鸣',
    reason: 'interest',
    statement: '配偶在该企业任职。',
    state: 'requested',
    decides: { id: 'd1', name: '节能与综合利用科' },
    principal: false,
    requestedBy: '赵一鸣',
    requestedAt: '2026-11-21T01:30:00Z',
    decisionNote: '',
    emptyPlaces: 1,
    allowedCommands: ['approve', 'refuse'],
    ...more,
  }
}

export function visit(more: Partial<Visit> = {}): Visit {
  return {
    id: 'v1',
    version: 2,
    number: 'V-2026-0031',
    state: 'dispatched',
    department: { id: 'd1', name: '节能与综合利用科' },
    target: {
      id: 'a',
      unitId: '91370303MA3C10001X',
      name: '示例市晨光机械有限公司',
      address: '示例市东城区朝阳路 18 号',
      responsiblePerson: '王立',
      contact: '138****0018',
    },
    from: '2026-11-23',
    to: '2026-12-18',
    items: [{ taskId: 't1', taskNumber: 'T-2026-0012', item: task().items[0] as Task['items'][0] }],
    members: [
      {
        inspectorId: 'p1',
        name: '李文静',
        licenceNumber: '15030100017',
        licenceUntil: '2028-12-31',
        licenceValid: true,
        post: '副科长',
        role: 'a-leader',
        department: { id: 'd1', name: '节能与综合利用科' },
        leader: true,
      },
      {
        inspectorId: 'p2',
        name: '赵一鸣',
        licenceNumber: '15030100023',
        licenceUntil: '2026-12-01',
        licenceValid: false,
        post: '科员',
        role: 'b-member',
        department: { id: 'd1', name: '节能与综合利用科' },
        leader: false,
      },
    ],
    emptySeats: [],
    assistants: [],
    teamSize: 2,
    ways: {
      recusal: ['new-random-draw', 'swap-targets'],
      replacement: ['new-random-draw'],
      shortage: ['cross-section-draw', 'designation'],
      exemption: ['new-random-draw'],
    },
    replacementReasons: ['health', 'post-change', 'work-conflict'],
    changes: [],
    allowedCommands: ['recuse', 'replace', 'drop-as-exempt'],
    ...more,
  }
}

export function invitation(more: Partial<Invitation> = {}): Invitation {
  return {
    id: 'n1',
    version: 1,
    department: { id: 'd2', name: '市应急管理局' },
    state: 'invited',
    deadline: '2026-11-25',
    late: false,
    invitedBy: '王晓东',
    invitedAt: '2026-11-20T01:00:00Z',
    executing: null,
    items: [],
    reason: '',
    answeredBy: null,
    answeredAt: null,
    allowedCommands: [],
    ...more,
  }
}

export function part(more: Partial<Part> = {}): Part {
  return {
    id: 'h1',
    version: 1,
    from: { id: 'd1', name: '信用监管科' },
    regionCode: '370303',
    region: '张店区',
    department: { id: 'd3', name: '张店区市场监督管理局' },
    lead: true,
    state: 'handed-down',
    executing: null,
    handedAt: '2026-11-21T02:00:00Z',
    receivedBy: null,
    receivedAt: null,
    allowedCommands: [],
    ...more,
  }
}
