/** What the platform tells about the record of a visit (`/api/visits/{id}/record`). */
export interface ItemEntry {
  taskId: string
  itemVersionId: string
  answers: Record<string, string>
  type: string
  finding: string
  measures: string[]
  handling: string
}

export interface RecordContent {
  visitedOn: string | null
  methods: string[]
  licencesShown: boolean
  noticeHandedOver: boolean
  adjustedSteps: string
  items: ItemEntry[]
  signature: { signed: boolean; signer: string; explanation: string; witness: string } | null
  direct: { reason: string; explanation: string } | null
}

export interface Question {
  code: string
  text: string
  /** `conform`, `choice`, `number`, `text`. */
  kind: string
  choices: string[]
  standard: string
  consequence: string
  basis: string
  required: boolean
}

export interface ItemForm {
  taskId: string
  itemVersionId: string
  code: string
  name: string
  checklist?: { title: string; sections: { title: string; questions: Question[] }[] } | null
}

export interface Evidence {
  id: string
  kind: string
  fileName: string
  mediaType: string
  size: number
  sha256: string
  caption: string
  addedAt: string
}

export interface VisitRecord {
  visitId: string
  visitNumber: string
  visitState: string
  targetName: string
  version: number
  state: string
  content: RecordContent
  items: ItemForm[]
  evidence: Evidence[]
  review?: { by: string; at: string; note: string } | null
  resultTypes: string[]
  resultTypesOpen: boolean
  directReasons: string[]
  directReasonsOpen: boolean
  methods: string[]
  allowedCommands: string[]
}
