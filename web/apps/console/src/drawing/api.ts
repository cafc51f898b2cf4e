/** What the platform tells about draws (`/api/draws`). */
export interface NamedId {
  id: string
  name: string
}

export interface DrawRow {
  id: string
  number: string
  drawId: string
  purpose: string
  state: string
  taskId: string
  taskNumber: string
  taskTitle: string
  department: NamedId
  poolSize: number
  frameSize: number
  drawn: number
  preparedAt: string
  revealBy?: string | null
  openBy?: string | null
  drawnAt?: string | null
}

export interface Stratum {
  stratum: string
  size: number
  rateBp?: number | null
  count?: number | null
  quota: number
  probability?: string | null
}

export interface Party {
  party: string
  kind: string
  kindText?: string | null
  name: string
  unit: string
  /** `platform`, `device`, `typed`. */
  way: string
  commitment: string
  nonce?: string | null
  revealedAt?: string | null
}

export interface Source {
  position: number
  kind: string
  id: string
  digits: number
  value?: string | null
  typedBy: string[]
  differing: boolean
}

export interface DrawnTarget {
  targetId: string
  unitId: string
  name: string
  round: number
  stratum: string
  position: number
  token: string
  dropped?: string | null
}

export interface HeldSlot {
  visitId: string
  visitNumber: string
  role: string
  round: number
  inspectorId?: string | null
  inspectorName?: string | null
}

export interface Attachment {
  id: string
  kind: string
  name: string
  mediaType: string
  size: number
  sha256: string
  at: string
  by: NamedId
}

export interface Draw {
  id: string
  version: number
  number: string
  /** Name of the draw in its commitment. */
  drawId: string
  purpose: string
  state: string
  taskId: string
  taskNumber: string
  taskTitle: string
  department: NamedId
  profile: { id: string; version: string; hash: string }
  suite: string
  preparedAt: string
  preparedBy: NamedId
  pool: {
    size: number
    frame: number
    excluded: number
    strata: Stratum[]
    reasons: { reason: string; units: number }[]
  }
  witnessRule: {
    min: number
    kinds: string[]
    open: boolean
    photoOrVideo: boolean
    signedSheet: boolean
    clauses: string[]
  }
  parties: Party[]
  nextParty: string
  sources: Source[]
  commitment?: { hash: string; document: string; at: string; revealBy: string; openBy: string } | null
  overdue: boolean
  steps: { type: string; what: string; at: string }[]
  result: {
    targets: DrawnTarget[]
    slots: HeldSlot[]
    shortage?: {
      round: number
      slots: { visitNumber: string; role: string }[]
      inspectors: { id: string; name: string; licenceNumber: string }[]
    } | null
  }
  rounds: {
    round: number
    reason: string
    approver: NamedId
    requestedAt: string
    drawnAt?: string | null
  }[]
  attachments: Attachment[]
  missing: string[]
  report?: {
    department: NamedId
    at: string
    acknowledgedAt?: string | null
    acknowledgedBy?: NamedId | null
  } | null
  voided?: {
    cause: string
    reason: string
    failed: { party: string; name: string }[]
    approver?: NamedId | null
    at: string
  } | null
  previous?: NamedId | null
  successor?: NamedId | null
  allowedCommands: string[]
}

export interface Check {
  right: boolean
  problems: string[]
}
