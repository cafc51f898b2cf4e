/** What the platform tells about results and reports (`/api/results`, `/api/reports`). */
export interface DueDay {
  date: string
  provisional: boolean
}

export interface ReportText {
  period: string
  targets: number
  content: string
  findings: string
  handling: string
}

export interface Report {
  id: string
  version: number
  taskId: string
  taskNumber: string
  title: string
  state: string
  endedOn: string
  due?: DueDay | null
  text: ReportText
  reportedOn?: string | null
  publishDue?: DueDay | null
  publishedAt?: string | null
  limitedReason: string
  returnNote: string
  allowedCommands: string[]
}

export interface Statement {
  type: string
  finding: string
  measures: string[]
  handling: string
}

export interface ResultRow {
  id: string
  number: string
  revision: number
  unitId: string
  targetName: string
  taskNumber: string
  item: string
  visitedOn: string
  type: string
  state: string
}

export interface Revision {
  id: string
  revision: number
  statement: Statement
  state: string
  publishedAt?: string | null
  correctionReason: string
  correctedBy?: string | null
}

export interface Result {
  id: string
  version: number
  number: string
  revision: number
  unitId: string
  targetName: string
  department: { id: string; name: string }
  visitId: string
  taskId: string
  taskNumber: string
  taskTitle: string
  item: string
  visitedOn: string
  statement: Statement
  directReason?: string | null
  state: string
  publishedAt?: string | null
  revisions: Revision[]
  resultTypes: string[]
  allowedCommands: string[]
}
