import { ROWS } from './answerRules.ts'
import {
  COLUMN_KINDS,
  CONFORM,
  CONSEQUENCES,
  CRITERIA,
  hasChoices,
  isJudged,
  KINDS,
  questionsOf,
  testsOf,
  type Column,
  type Condition,
  type Criterion,
  type Definition,
  type DefinitionError,
  type Kind,
  type Outcome,
  type Question,
} from './model.ts'
import { asked, partsOf, References } from './references.ts'
import { isBlank, isDay, isDecimal, isIn } from './values.ts'

const SECTIONS = 50
const QUESTIONS = 300
const PHOTOS = 20
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u
const LINE = /^[^\n\r｜]*$/
const BOUNDS = ['greater', 'less', 'atLeast', 'atMost'] as const

/** All that is wrong in a definition, in the order of the form; the platform finds the same. */
export function definitionErrors(definition: Definition): DefinitionError[] {
  return new Look(definition).errors
}

const given = (criterion: Criterion) =>
  CRITERIA.filter((name) => criterion[name] !== undefined && criterion[name] !== null).sort()

class Look {
  readonly errors: DefinitionError[] = []
  private readonly references: References
  private section = -1
  private question = -1

  constructor(definition: Definition) {
    this.references = new References(definition)
    this.text('title', definition.title, 200, true)
    if (definition.sections.length > SECTIONS) this.wrong('sections', 'sections-many', String(SECTIONS))
    if (questionsOf(definition).length > QUESTIONS)
      this.wrong('sections', 'questions-many', String(QUESTIONS))
    const codes = new Set<string>()
    for (const section of definition.sections) {
      this.section++
      this.question = -1
      this.line('title', section.title, 200, true)
      if (section.questions.length === 0) this.wrong('questions', 'section-empty')
      this.condition('showIf', section.showIf)
      for (const question of section.questions) {
        this.question++
        this.lookAt(question, codes)
      }
    }
  }

  private wrong(field: string, key: string, ...values: string[]): void {
    this.errors.push({ section: this.section, question: this.question, field, key, arguments: values })
  }

  private lookAt(q: Question, codes: Set<string>): void {
    this.code('code', q.code, codes)
    this.text('text', q.text, 1000, true)
    this.text('method', q.method, 2000, false)
    if (!KINDS.includes(q.kind)) {
      this.wrong('kind', 'kind', q.kind)
      return
    }
    this.choices('choices', q.choices, hasChoices(q.kind))
    this.number(q)
    this.table(q)
    if (q.kind !== 'photo') this.absent('photos', q.photos)
    else if (q.photos !== null && (q.photos < 1 || q.photos > PHOTOS))
      this.wrong('photos', 'photos', '1', String(PHOTOS))
    this.standard(q)
    this.basis(q)
    this.outcomes(q)
    if (q.kind === 'information' && (q.required || q.requiredIf !== null))
      this.wrong('required', 'information-required')
    else if (q.required && q.requiredIf !== null) this.wrong('requiredIf', 'required-twice')
    this.condition('showIf', q.showIf)
    this.condition('requiredIf', q.requiredIf)
  }

  private number(q: Question): void {
    if (q.kind === 'number') {
      this.line('unit', q.unit, 20, false)
      this.range('', q.min, q.max)
      return
    }
    if (q.unit !== '') this.wrong('unit', 'not-here', q.kind)
    this.absent('min', q.min)
    this.absent('max', q.max)
  }

  private range(before: string, min: string | null, max: string | null): void {
    const right = [this.decimal(`${before}min`, min), this.decimal(`${before}max`, max)]
    if (right.every(Boolean) && min !== null && max !== null && !isIn(min, null, max))
      this.wrong(`${before}max`, 'range', min, max)
  }

  private decimal(field: string, value: string | null): boolean {
    if (value === null || isDecimal(value)) return true
    this.wrong(field, 'decimal', value)
    return false
  }

  private table(q: Question): void {
    if (q.kind !== 'table') {
      if (q.columns.length > 0) this.wrong('columns', 'not-here', q.kind)
      this.absent('minRows', q.minRows)
      this.absent('maxRows', q.maxRows)
      return
    }
    if (q.columns.length === 0 || q.columns.length > 8) this.wrong('columns', 'columns', '1', '8')
    const codes = new Set<string>()
    q.columns.forEach((column, index) => this.column(`columns.${index}.`, column, codes))
    this.rows('minRows', q.minRows)
    this.rows('maxRows', q.maxRows)
    if (q.minRows !== null && q.maxRows !== null && q.minRows > q.maxRows)
      this.wrong('maxRows', 'range', String(q.minRows), String(q.maxRows))
  }

  private rows(field: string, rows: number | null): void {
    if (rows !== null && (rows < 1 || rows > ROWS)) this.wrong(field, 'rows', '1', String(ROWS))
  }

  private column(before: string, column: Column, codes: Set<string>): void {
    this.code(`${before}code`, column.code, codes)
    this.line(`${before}title`, column.title, 100, true)
    if (!COLUMN_KINDS.includes(column.kind)) {
      this.wrong(`${before}kind`, 'kind', column.kind)
      return
    }
    this.choices(`${before}choices`, column.choices, hasChoices(column.kind))
    if (column.kind === 'number') {
      this.line(`${before}unit`, column.unit, 20, false)
      this.range(before, column.min, column.max)
      return
    }
    if (column.unit !== '') this.wrong(`${before}unit`, 'not-here', column.kind)
    if (column.min !== null || column.max !== null) this.wrong(`${before}min`, 'not-here', column.kind)
  }

  private choices(field: string, choices: string[], wanted: boolean): void {
    if (!wanted) {
      if (choices.length > 0) this.wrong(field, 'choices-here', choices.join('、'))
      return
    }
    if (choices.length < 2 || choices.length > 30) this.wrong(field, 'choices', '2', '30')
    if (new Set(choices).size < choices.length) this.wrong(field, 'choices-twice', choices.join('、'))
    choices.forEach((choice, index) => this.line(`${field}.${index}`, choice, 100, true))
  }

  /** What can be judged says by what. */
  private standard(q: Question): void {
    this.text('standard', q.standard, 2000, false)
    const problems = q.outcomes.filter((outcome) => outcome.problem)
    const byOutcomes = problems.length > 0 && problems.every((outcome) => !isBlank(outcome.standard))
    if (isJudged(q.kind) && isBlank(q.standard) && !byOutcomes) this.wrong('standard', 'standard')
  }

  private basis(q: Question): void {
    if (q.basis.length > 10) this.wrong('basis', 'basis-many', '10')
    q.basis.forEach((one, index) => {
      this.line(`basis.${index}.law`, one.law, 500, true)
      this.line(`basis.${index}.article`, one.article, 100, false)
    })
  }

  private outcomes(q: Question): void {
    if (q.kind === 'information' && q.outcomes.length > 0) {
      this.wrong('outcomes', 'not-here', q.kind)
      return
    }
    if (q.outcomes.length > 20) this.wrong('outcomes', 'outcomes-many', '20')
    if (q.outcomes.filter((outcome) => outcome.when === null).length > 1)
      this.wrong('outcomes', 'outcomes-by-judgement')
    q.outcomes.forEach((outcome, index) => this.outcome(`outcomes.${index}.`, q, outcome))
  }

  private outcome(before: string, q: Question, { when, standard, consequence: then }: Outcome): void {
    if (when) this.criterion(`${before}when`, q, when)
    this.line(`${before}standard`, standard, 500, false)
    this.line(`${before}consequence.text`, then.text, 500, then.kind === 'text')
    this.line(`${before}consequence.to`, then.to, 200, then.kind === 'transfer')
    if (!CONSEQUENCES.includes(then.kind)) this.wrong(`${before}consequence.kind`, 'consequence', then.kind)
    const order = then.kind === 'order'
    if (order && (then.days === null || then.days < 1 || then.days > 365))
      this.wrong(`${before}consequence.days`, 'days', '1', '365')
    else if (!order && then.days !== null) this.wrong(`${before}consequence.days`, 'days-here')
    if (then.kind !== 'transfer' && then.to !== '') this.wrong(`${before}consequence.to`, 'to-here')
  }

  private criterion(field: string, q: Question, criterion: Criterion): void {
    const names = given(criterion)
    if (names.length === 0 || (criterion.answered !== undefined && names.length > 1)) {
      this.wrong(field, 'criterion', q.code)
      return
    }
    const other = names.find((name) => !testsOf(q.kind).includes(name))
    if (other) {
      this.wrong(field, 'criterion-kind', q.code, other, q.kind)
      return
    }
    const values = [
      ...(criterion.is === undefined ? [] : [criterion.is]),
      ...(criterion.in ?? []),
      ...BOUNDS.flatMap((name) => criterion[name] ?? []),
    ]
    for (const value of values)
      if (!isPossible(q, q.kind, value)) this.wrong(field, 'criterion-value', q.code, value)
  }

  private condition(field: string, condition: Condition | null): void {
    if (!condition) return
    if (!isWellFormed(condition, 1)) {
      this.wrong(field, 'condition')
      return
    }
    for (const code of asked(condition)) {
      const mistake = this.references.mistake(this.section, this.question, code)
      if (mistake) this.wrong(field, mistake.key, ...mistake.arguments)
    }
    this.leaves(condition, field)
  }

  private leaves(condition: Condition, field: string): void {
    partsOf(condition).forEach((part) => this.leaves(part, field))
    const question = condition.question === undefined ? undefined : this.references.find(condition.question)
    if (question && KINDS.includes(question.kind)) this.criterion(field, question, condition)
  }

  private code(field: string, code: string, codes: Set<string>): void {
    if (isBlank(code)) this.wrong(field, 'required')
    else if (!CODE.test(code)) this.wrong(field, 'code-shape', code)
    else if (codes.has(code)) this.wrong(field, 'code-twice', code)
    else codes.add(code)
  }

  private absent(field: string, value: unknown): void {
    if (value !== null) this.wrong(field, 'not-here', field)
  }

  private text(field: string, text: string, most: number, required: boolean): void {
    if (required && isBlank(text)) this.wrong(field, 'required')
    else if (text.length > most) this.wrong(field, 'long', String(most))
  }

  /** A text of one line, without the mark that parts texts in a spreadsheet. */
  private line(field: string, text: string, most: number, required: boolean): void {
    if (!LINE.test(text)) this.wrong(field, 'one-line')
    else this.text(field, text, most, required)
  }
}

function isPossible(q: Question, kind: Kind, value: string): boolean {
  if (kind === 'conform') return CONFORM.includes(value)
  if (hasChoices(kind)) return q.choices.includes(value)
  if (kind === 'number') return isDecimal(value)
  return kind === 'date' && isDay(value)
}

/** Exactly one of the four shapes, nothing empty, not too deep. */
function isWellFormed(condition: Condition, depth: number): boolean {
  const shapes = [condition.all, condition.any, condition.not, condition.question]
  if (shapes.filter((shape) => shape !== undefined).length !== 1 || depth > 5) return false
  if (condition.question !== undefined) return true
  const parts = partsOf(condition)
  return (
    given(condition).length === 0 &&
    parts.length > 0 &&
    parts.length <= 20 &&
    parts.every((part) => isWellFormed(part, depth + 1))
  )
}
