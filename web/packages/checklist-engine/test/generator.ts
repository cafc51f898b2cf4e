import {
  canonical,
  CONFORM,
  evaluate,
  type Answers,
  type Condition,
  type Criterion,
  type Definition,
  type Kind,
  type Outcome,
  type Question,
} from '../src/index.ts'
import { newQuestion, noAnswers } from '../src/index.ts'

/** Definitions and answers at random, the same for the same seed; what comes of them is checked by the platform too. */
export function cases(count: number): unknown[] {
  return Array.from({ length: count }, (_, seed) => {
    const random = mulberry(seed + 1)
    const definition = someDefinition(random)
    const given = someAnswers(definition, random)
    return {
      seed: seed + 1,
      definition,
      given,
      ...evaluate(definition, given),
      canonical: canonical(definition, given),
    }
  })
}

export interface Random {
  (): number
}

function mulberry(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const below = (random: Random, bound: number) => Math.floor(random() * bound)
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T
const some = <T>(random: Random, list: readonly T[]): T[] => list.filter(() => random() < 0.5)
const maybe = (random: Random, chance: number) => random() < chance

const ALL: Kind[] = [
  'conform',
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
]
const CHOICES = ['齐全', '不齐全', '没有', '超期']
const NUMBERS = ['0', '-0.5', '5', '5.0', '5.000001', '12.5', '100', '99.999999']
const DAYS = ['2025-12-31', '2026-01-01', '2026-02-28', '2028-02-29']

export function someDefinition(random: Random): Definition {
  const earlier: Question[] = []
  const sections = Array.from({ length: 1 + below(random, 3) }, (_, s) => {
    const showIf = earlier.length > 0 && maybe(random, 0.4) ? someCondition(random, earlier, 1) : null
    const before = [...earlier]
    const questions = Array.from({ length: 1 + below(random, 4) }, (_, q) => {
      const question = someQuestion(random, `${s + 1}.${q + 1}`, earlier)
      earlier.push(question)
      return question
    })
    return { title: `第${s + 1}组`, showIf: before.length > 0 ? showIf : null, questions }
  })
  return { model: 2, title: '检查表', sections }
}

function someQuestion(random: Random, code: string, earlier: Question[]): Question {
  const kind = pick(random, ALL)
  const question: Question = {
    ...newQuestion(code),
    kind,
    text: `检查 ${code}`,
    required: false,
    standard: '标准',
  }
  const condition = () =>
    earlier.some(answers) && maybe(random, 0.5) ? someCondition(random, earlier, 1) : null
  question.showIf = condition()
  if (kind === 'information') return question
  question.required = maybe(random, 0.4)
  if (!question.required) question.requiredIf = condition()
  if (kind === 'choice' || kind === 'choices') question.choices = CHOICES.slice(0, 2 + below(random, 3))
  if (kind === 'number') {
    question.unit = '%'
    question.min = maybe(random, 0.5) ? '-0.5' : null
    question.max = maybe(random, 0.5) ? '99.999999' : null
  }
  if (kind === 'photo') question.photos = maybe(random, 0.5) ? 2 : null
  if (kind === 'table') {
    question.columns = [
      {
        code: 'a',
        title: '名称',
        kind: 'text',
        required: maybe(random, 0.5),
        choices: [],
        unit: '',
        min: null,
        max: null,
      },
      {
        code: 'b',
        title: '读数',
        kind: 'number',
        required: false,
        choices: [],
        unit: '',
        min: '0',
        max: '12.5',
      },
    ]
    question.minRows = maybe(random, 0.5) ? 2 : null
    question.maxRows = maybe(random, 0.3) ? 2 : null
  }
  question.outcomes = Array.from({ length: below(random, 3) }, () => someOutcome(random, question))
  if (maybe(random, 0.2)) question.outcomes.push({ ...someOutcome(random, question), when: null })
  return question
}

const answers = (question: Question) => question.kind !== 'information'

function someOutcome(random: Random, question: Question): Outcome {
  return {
    when: someCriterion(random, question),
    problem: maybe(random, 0.7),
    standard: maybe(random, 0.5) ? '这样算问题' : '',
    consequence: pick(random, [
      { kind: 'none', days: null, to: '', text: '' },
      { kind: 'on-the-spot', days: null, to: '', text: '' },
      { kind: 'order', days: 15, to: '', text: '复查' },
      { kind: 'transfer', days: null, to: '公安机关', text: '' },
      { kind: 'text', days: null, to: '', text: '约谈' },
    ]),
  }
}

function someCriterion(random: Random, { kind, choices }: Question): Criterion {
  const possible =
    kind === 'conform' ? CONFORM : kind === 'number' ? NUMBERS : kind === 'date' ? DAYS : choices
  if (possible.length === 0 || maybe(random, 0.15)) return { answered: maybe(random, 0.7) }
  const bounded = kind === 'number' || kind === 'date'
  const one = () => pick(random, possible)
  const kinds: Criterion[] = [{ is: one() }, { in: [one(), one()] }]
  if (bounded) kinds.push({ greater: one() }, { less: one() }, { atLeast: one(), atMost: one() })
  return pick(random, kinds)
}

function someCondition(random: Random, earlier: Question[], depth: number): Condition {
  const asked = earlier.filter(answers)
  if (asked.length === 0) return { not: { any: [] } }
  const part = () => someCondition(random, earlier, depth + 1)
  if (depth < 4 && maybe(random, 0.35))
    return pick(random, [
      () => ({ all: [part(), part()] }),
      () => ({ any: [part(), part()] }),
      () => ({ not: part() }),
    ])()
  const question = pick(random, asked)
  return { question: question.code, ...someCriterion(random, question) }
}

export function someAnswers(definition: Definition, random: Random): Answers {
  const given = noAnswers()
  for (const question of definition.sections.flatMap((section) => section.questions)) {
    if (maybe(random, 0.2)) continue
    if (maybe(random, 0.2)) given.remarks[question.code] = ' 现场情况 '
    answer(question, given, random)
  }
  return given
}

function answer({ code, kind, choices }: Question, into: Answers, random: Random): void {
  const wrong = maybe(random, 0.1)
  if (kind === 'choices') into.several[code] = wrong ? ['不知道'] : some(random, [...choices].reverse())
  else if (kind === 'photo')
    into.several[code] = some(random, ['a', 'b', 'c']).map((one) => (wrong ? one : one.repeat(64)))
  else if (kind === 'table')
    into.rows[code] = Array.from({ length: below(random, 4) }, () => ({
      a: pick(random, ['甲', ' ', '']),
      b: pick(random, ['', ...NUMBERS]),
    }))
  else if (kind === 'conform') into.answers[code] = wrong ? 'yes' : pick(random, CONFORM)
  else if (kind === 'choice') into.answers[code] = wrong ? '不知道' : pick(random, choices)
  else if (kind === 'number')
    into.answers[code] = wrong ? '1e3' : pick(random, [...NUMBERS, ' 5 ', '-1', '1000'])
  else if (kind === 'date') into.answers[code] = wrong ? '2026-02-30' : pick(random, DAYS)
  else into.answers[code] = pick(random, ['', ' ', '有', ' 有 '])
}
