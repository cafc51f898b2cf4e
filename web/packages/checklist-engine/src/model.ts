/**
 * The form model of checklists, version 2, as docs/checklist/checklist.schema.json describes it, with everything filled
 * in that a file may leave out. The platform has the same in `cn.sunlot.checklist`.
 */
export const MODEL = 2

export const KINDS = [
  'conform',
  'choice',
  'choices',
  'number',
  'text',
  'long-text',
  'date',
  'photo',
  'table',
  'information',
] as const
export type Kind = (typeof KINDS)[number]

export const COLUMN_KINDS = ['conform', 'choice', 'number', 'text', 'date'] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

export const CONSEQUENCES = ['none', 'on-the-spot', 'order', 'transfer', 'text'] as const
export type ConsequenceKind = (typeof CONSEQUENCES)[number]

/** What is answered to whether something conforms. */
export const CONFORM: readonly string[] = ['conform', 'not-conform', 'not-applicable']

/** What an answer is put to; all that is given must hold. */
export interface Criterion {
  is?: string
  in?: string[]
  greater?: string
  less?: string
  atLeast?: string
  atMost?: string
  answered?: boolean
}

/** Exactly one of all, any, not and question, the last with what its answer is put to. */
export interface Condition extends Criterion {
  all?: Condition[]
  any?: Condition[]
  not?: Condition
  question?: string
}

export interface Consequence {
  kind: ConsequenceKind
  days: number | null
  to: string
  text: string
}

/** What an answer means; without `when` it is the inspector who judges. */
export interface Outcome {
  when: Criterion | null
  problem: boolean
  standard: string
  consequence: Consequence
}

export interface Basis {
  law: string
  article: string
}

export interface Column {
  code: string
  title: string
  kind: ColumnKind
  required: boolean
  choices: string[]
  unit: string
  min: string | null
  max: string | null
}

export interface Question {
  code: string
  kind: Kind
  text: string
  method: string
  required: boolean
  requiredIf: Condition | null
  showIf: Condition | null
  choices: string[]
  unit: string
  min: string | null
  max: string | null
  photos: number | null
  columns: Column[]
  minRows: number | null
  maxRows: number | null
  standard: string
  basis: Basis[]
  outcomes: Outcome[]
}

export interface Section {
  title: string
  showIf: Condition | null
  questions: Question[]
}

export interface Definition {
  model: number
  title: string
  sections: Section[]
}

export type Row = Record<string, string>

/** What was answered, by the codes of the questions. */
export interface Answers {
  answers: Record<string, string>
  several: Record<string, string[]>
  rows: Record<string, Row[]>
  remarks: Record<string, string>
}

export const noAnswers = (): Answers => ({ answers: {}, several: {}, rows: {}, remarks: {} })

/** Something wrong in a definition; places count from 0, -1 where the whole is meant. */
export interface DefinitionError {
  section: number
  question: number
  field: string
  key: string
  arguments: string[]
}

/** An answer that cannot be taken; rows count from 1, 0 where there is none. */
export interface WrongAnswer {
  question: string
  row: number
  column: string
  key: string
  arguments: string[]
}

/** A problem, or something else that follows from an answer. */
export interface Found {
  question: string
  text: string
  answer: string
  problem: boolean
  standard: string
  consequence: Consequence
}

export interface Progress {
  answered: number
  of: number
  requiredAnswered: number
  required: number
}

export interface Evaluation {
  visible: string[]
  required: string[]
  missing: string[]
  wrong: WrongAnswer[]
  found: Found[]
  progress: Progress
}

const ORDERED = ['is', 'in', 'greater', 'less', 'atLeast', 'atMost', 'answered'] as const
export const CRITERIA = ORDERED
export type CriterionName = (typeof ORDERED)[number]

/** Which comparisons each kind has. */
export const testsOf = (kind: Kind): readonly CriterionName[] => {
  if (kind === 'number' || kind === 'date') return ORDERED
  if (kind === 'conform' || kind === 'choice' || kind === 'choices') return ['is', 'in', 'answered']
  return kind === 'information' ? [] : ['answered']
}

export const hasChoices = (kind: string): boolean => kind === 'choice' || kind === 'choices'
/** Whether an answer itself can be right or wrong. */
export const isJudged = (kind: string): boolean => hasChoices(kind) || kind === 'conform' || kind === 'number'
export const questionsOf = (definition: Pick<Definition, 'sections'>): Question[] =>
  definition.sections.flatMap((section) => section.questions)

export function newQuestion(code: string): Question {
  return {
    code,
    kind: 'conform',
    text: '',
    method: '',
    required: true,
    requiredIf: null,
    showIf: null,
    choices: [],
    unit: '',
    min: null,
    max: null,
    photos: null,
    columns: [],
    minRows: null,
    maxRows: null,
    standard: '',
    basis: [],
    outcomes: [],
  }
}
