import {
  MODEL,
  type Basis,
  type Column,
  type ColumnKind,
  type Condition,
  type Consequence,
  type ConsequenceKind,
  type Criterion,
  type Definition,
  type DefinitionError,
  type Kind,
  type Outcome,
  type Question,
  type Section,
} from './model.ts'
import { definitionErrors } from './rules.ts'
import { strip } from './values.ts'

export interface Parsed {
  /** Null where the shape is wrong; with mistakes of content it is there, for an editor to show. */
  definition: Definition | null
  errors: DefinitionError[]
}

/** A shape that cannot be read: where, and what stands there. */
class Misshapen extends Error {
  constructor(
    readonly path: string,
    readonly what: string,
    readonly key = 'shape',
  ) {
    super(`${path}: ${what}`)
  }
}

type Json = Record<string, unknown>

const shown = (value: unknown): string => String(JSON.stringify(value)).slice(0, 40)

function object(value: unknown, path: string, known: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Misshapen(path, shown(value))
  for (const name of Object.keys(value))
    if (!known.includes(name))
      throw new Misshapen(path === '' ? name : `${path}.${name}`, shown((value as Json)[name]))
  return value as Json
}

function text(of: Json, name: string, path: string): string {
  const value = of[name] ?? ''
  if (typeof value !== 'string') throw new Misshapen(`${path}.${name}`, shown(value))
  return value
}

const textOrNull = (of: Json, name: string, path: string): string | null =>
  of[name] === undefined || of[name] === null ? null : text(of, name, path)

function wholeOrNull(of: Json, name: string, path: string): number | null {
  const value = of[name] ?? null
  if (value === null || (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31))
    return value
  throw new Misshapen(`${path}.${name}`, shown(value))
}

function flag(of: Json, name: string, path: string, otherwise: boolean): boolean {
  const value = of[name] ?? otherwise
  if (typeof value !== 'boolean') throw new Misshapen(`${path}.${name}`, shown(value))
  return value
}

function list<T>(of: Json, name: string, path: string, read: (value: unknown, path: string) => T): T[] {
  const value = of[name] ?? []
  if (!Array.isArray(value)) throw new Misshapen(`${path === '' ? '' : `${path}.`}${name}`, shown(value))
  return value.map((one, index) => read(one, `${path === '' ? '' : `${path}.`}${name}.${index}`))
}

const line = (value: unknown, path: string): string => {
  if (typeof value !== 'string') throw new Misshapen(path, shown(value))
  return value
}

const BOUNDS = ['is', 'greater', 'less', 'atLeast', 'atMost'] as const
const CRITERION = [...BOUNDS, 'in', 'answered']

function criterionFrom(of: Json, path: string): Criterion {
  const made: Criterion = {}
  for (const name of BOUNDS) {
    const value = textOrNull(of, name, path)
    if (value !== null) made[name] = value
  }
  if (of.in !== undefined && of.in !== null) made.in = list(of, 'in', path, line)
  if (of.answered !== undefined && of.answered !== null) made.answered = flag(of, 'answered', path, true)
  return made
}

function condition(value: unknown, path: string): Condition {
  const of = object(value, path, ['all', 'any', 'not', 'question', ...CRITERION])
  const made: Condition = criterionFrom(of, path)
  if (of.all !== undefined && of.all !== null) made.all = list(of, 'all', path, condition)
  if (of.any !== undefined && of.any !== null) made.any = list(of, 'any', path, condition)
  if (of.not !== undefined && of.not !== null) made.not = condition(of.not, `${path}.not`)
  const question = textOrNull(of, 'question', path)
  if (question !== null) made.question = question
  return made
}

const conditionOrNull = (of: Json, name: string, path: string): Condition | null =>
  of[name] === undefined || of[name] === null ? null : condition(of[name], `${path}.${name}`)

function consequence(value: unknown, path: string): Consequence {
  const of = object(value ?? { kind: 'none' }, path, ['kind', 'days', 'to', 'text'])
  return {
    kind: text(of, 'kind', path) as ConsequenceKind,
    days: wholeOrNull(of, 'days', path),
    to: text(of, 'to', path),
    text: text(of, 'text', path),
  }
}

function outcome(value: unknown, path: string): Outcome {
  const of = object(value, path, ['when', 'problem', 'standard', 'consequence'])
  return {
    when:
      of.when === undefined || of.when === null
        ? null
        : criterionFrom(object(of.when, `${path}.when`, CRITERION), `${path}.when`),
    problem: flag(of, 'problem', path, false),
    standard: text(of, 'standard', path),
    consequence: consequence(of.consequence, `${path}.consequence`),
  }
}

function basis(value: unknown, path: string): Basis {
  const of = object(value, path, ['law', 'article'])
  return { law: text(of, 'law', path), article: text(of, 'article', path) }
}

const COLUMN = ['code', 'title', 'kind', 'required', 'choices', 'unit', 'min', 'max']

function column(value: unknown, path: string): Column {
  const of = object(value, path, COLUMN)
  return {
    code: text(of, 'code', path),
    title: text(of, 'title', path),
    kind: text(of, 'kind', path) as ColumnKind,
    required: flag(of, 'required', path, false),
    choices: list(of, 'choices', path, line),
    unit: text(of, 'unit', path),
    min: textOrNull(of, 'min', path),
    max: textOrNull(of, 'max', path),
  }
}

const QUESTION =
  'code kind text method required requiredIf showIf choices unit min max photos columns minRows maxRows standard basis outcomes'.split(
    ' ',
  )

function question(value: unknown, path: string): Question {
  const of = object(value, path, QUESTION)
  return {
    code: text(of, 'code', path),
    kind: text(of, 'kind', path) as Kind,
    text: text(of, 'text', path),
    method: text(of, 'method', path),
    required: flag(of, 'required', path, false),
    requiredIf: conditionOrNull(of, 'requiredIf', path),
    showIf: conditionOrNull(of, 'showIf', path),
    choices: list(of, 'choices', path, line),
    unit: text(of, 'unit', path),
    min: textOrNull(of, 'min', path),
    max: textOrNull(of, 'max', path),
    photos: wholeOrNull(of, 'photos', path),
    columns: list(of, 'columns', path, column),
    minRows: wholeOrNull(of, 'minRows', path),
    maxRows: wholeOrNull(of, 'maxRows', path),
    standard: text(of, 'standard', path),
    basis: list(of, 'basis', path, basis),
    outcomes: list(of, 'outcomes', path, outcome),
  }
}

function section(value: unknown, path: string): Section {
  const of = object(value, path, ['title', 'showIf', 'questions'])
  return {
    title: text(of, 'title', path),
    showIf: conditionOrNull(of, 'showIf', path),
    questions: list(of, 'questions', path, question),
  }
}

/** The first model: one standard, one free text for what follows, and no number of the model. */
function oldQuestion(value: unknown, path: string): Question {
  const of = object(value, path, [
    'code',
    'text',
    'kind',
    'choices',
    'standard',
    'consequence',
    'basis',
    'required',
  ])
  const kind = text(of, 'kind', path) as Kind
  const then = inOneLine(text(of, 'consequence', path))
  const law = inOneLine(text(of, 'basis', path))
  const follows: Consequence =
    then === ''
      ? { kind: 'none', days: null, to: '', text: '' }
      : { kind: 'text', days: null, to: '', text: then }
  const meaning = { problem: true, standard: '', consequence: follows }
  const outcomes: Outcome[] =
    kind === 'conform'
      ? [{ when: { is: 'not-conform' }, ...meaning }]
      : then === ''
        ? []
        : [{ when: null, ...meaning }]
  const { code, text: words, required, choices, standard } = of
  return {
    ...question({ code, kind, text: words, required: required ?? true, choices, standard }, path),
    basis: law === '' ? [] : [{ law, article: '' }],
    outcomes,
  }
}

const inOneLine = (said: string): string => strip(said).replace(/[\n\r｜]+/g, ' ')

const oldSection = (value: unknown, path: string): Section => {
  const of = object(value, path, ['title', 'questions'])
  return { title: text(of, 'title', path), showIf: null, questions: list(of, 'questions', path, oldQuestion) }
}

/** Reads a definition of any version of the model without judging what it says. */
export function readDefinition(value: unknown): Definition {
  const of = object(value, '', ['$schema', 'model', 'title', 'sections'])
  const model = of.model ?? 1
  if (model !== 1 && model !== MODEL) {
    const newer = typeof model === 'number' && model > MODEL
    throw new Misshapen('model', shown(model), newer ? 'model' : 'shape')
  }
  if (of.title !== undefined && typeof of.title !== 'string') throw new Misshapen('title', shown(of.title))
  const title = (of.title as string | undefined) ?? ''
  return { model: MODEL, title, sections: list(of, 'sections', '', model === 1 ? oldSection : section) }
}

/** Reads and checks a definition, e.g. of a file: errors name section, question and field. */
export function parse(value: unknown): Parsed {
  try {
    const definition = readDefinition(value)
    return { definition, errors: definitionErrors(definition) }
  } catch (thrown) {
    if (!(thrown instanceof Misshapen)) throw thrown
    const [, s, , q, rest] = /^sections\.(\d+)(\.questions\.(\d+))?\.?(.*)$/.exec(thrown.path) ?? []
    return {
      definition: null,
      errors: [
        {
          section: s === undefined ? -1 : Number(s),
          question: q === undefined ? -1 : Number(q),
          field: s === undefined ? thrown.path : (rest ?? ''),
          key: thrown.key,
          arguments: thrown.key === 'model' ? [thrown.what, String(MODEL)] : [thrown.path, thrown.what],
        },
      ],
    }
  }
}
