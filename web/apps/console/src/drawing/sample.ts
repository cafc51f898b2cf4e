import type { Draw } from './api'

const H = 'b3f1c7a04e6d2259c8e13d5f70aa94be01c6d83f2a7754e9360b1fd8a5c2e47d'

/** A made-up draw for the tests. */
export function draw(more: Partial<Draw> = {}): Draw {
  return {
    id: 'd1',
    version: 2,
    number: 'D-2026-0007',
    drawId: 'D-2026-0007',
    purpose: 'targets',
    state: 'prepared',
    taskId: 't1',
    taskNumber: 'T-2026-0012',
    taskTitle: '重点用能单位节能监察',
    department: { id: 'x', name: '节能与综合利用科' },
    profile: { id: 'zibo_miit', version: '2020-06-06', hash: H },
    suite: 'sha256',
    preparedAt: '2026-11-21T01:00:00Z',
    preparedBy: { id: 'p', name: '林晓' },
    pool: {
      size: 312,
      frame: 291,
      excluded: 21,
      strata: [
        { stratum: 'A', size: 250, rateBp: 100, quota: 3, probability: '3/250' },
        { stratum: 'D', size: 41, rateBp: 2500, quota: 11, probability: '11/41' },
      ],
      reasons: [
        { reason: 'exempt', units: 12 },
        { reason: 'annual-cap', units: 9 },
      ],
    },
    witnessRule: {
      min: 1,
      kinds: ['counsel', 'regulation-section'],
      open: true,
      photoOrVideo: true,
      signedSheet: true,
      clauses: ['ZB-9'],
    },
    parties: [
      {
        party: 'operator',
        kind: 'operator',
        name: '示范市工业和信息化局',
        unit: '示范市工业和信息化局',
        way: 'platform',
        commitment: H,
        supervises: false,
        signed: false,
      },
    ],
    awaited: [],
    nextParty: 'w1',
    sources: [],
    overdue: false,
    steps: [{ type: 'draw-prepared', what: '', at: '2026-11-21T01:00:00Z' }],
    result: { targets: [], slots: [], visits: {} },
    rounds: [],
    attachments: [],
    missing: ['witness', 'photo-or-video', 'record-sheet'],
    allowedCommands: ['add-witness', 'declare-source', 'commit', 'void'],
    ...more,
  }
}
