/** What the platform tells about tasks and visits (`/api/tasks`, `/api/visits`, `/api/staffing-changes`). */
export interface NamedId {
  id: string
  name: string
}

export interface TaskRow {
  id: string
  number: string
  title: string
  ground: string
  department: NamedId
  from: string
  to: string
  state: string
  visits: number
  finished: number
}

export interface ItemRef {
  id: string
  code: string
  name: string
  version: number
  category: string
}

export interface TargetFilter {
  kinds: string[]
  regionCodes: string[]
  tags: string[]
  riskClasses: string[]
}

export interface Task {
  id: string
  version: number
  number: string
  title: string
  state: string
  ground: string
  groundText: string
  planLineId?: string | null
  department: NamedId
  items: ItemRef[]
  filter: TargetFilter
  ratesBp: Record<string, number>
  from: string
  to: string
  exemptionException?: string | null
  joint: boolean
  separateReason: string
  profileId: string
  profileVersion: string
  profileTitle: string
  createdAt: string
  poolPreparedAt?: string | null
  pool: { size: number; strata: Record<string, number>; excluded: Record<string, number> }
  draws: { id: string; number: string; purpose: string; state: string; rounds: number }[]
  visitStates: Record<string, number>
  endedOn?: string | null
  abandonedReason?: string | null
  allowedCommands: string[]
}

export interface PoolRow {
  targetId: string
  unitId: string
  name: string
  stratum: string
  excluded?: string | null
  detail: string
}

export interface VisitRow {
  id: string
  number: string
  targetId: string
  unitId: string
  targetName: string
  department: NamedId
  from: string
  to: string
  state: string
  items: number
}

export interface Member {
  inspectorId: string
  name: string
  licenceNumber: string
  post: string
  role: string
  leader: boolean
}

export interface StaffingChange {
  id: string
  version: number
  visitId: string
  visitNumber: string
  targetName: string
  kind: string
  way: string
  role: string
  leaving?: string | null
  reason: string
  statement: string
  state: string
  requestedBy: string
  requestedAt: string
  decidedBy?: string | null
  decidedAt?: string | null
  decisionNote: string
  emptyPlaces: number
  allowedCommands: string[]
}

export interface Visit {
  id: string
  version: number
  number: string
  state: string
  department: NamedId
  target: {
    id: string
    unitId: string
    name: string
    address: string
    responsiblePerson?: string | null
    contact?: string | null
  }
  from: string
  to: string
  items: { taskId: string; taskNumber: string; item: ItemRef }[]
  members: Member[]
  droppedReason?: string | null
  finishedOn?: string | null
  teamSize: number
  ways: Record<string, string[]>
  replacementReasons: string[]
  changes: StaffingChange[]
  allowedCommands: string[]
}

/** A line of an approved plan, as `/api/plans/{id}` gives it. */
export interface PlanLine {
  id: string
  title: string
  from: string
  to: string
  items: { id: string; code: string; name: string }[]
  ratesBp: Record<string, number>
  executing: NamedId
  planNumber: string
  planTitle: string
}

/** An item that may be inspected today, as `/api/items` gives it. */
export interface ItemChoice {
  id: string
  code: string
  name: string
  targetKind: string
}

export interface InspectorChoice {
  id: string
  name: string
  licenceNumber: string
}
