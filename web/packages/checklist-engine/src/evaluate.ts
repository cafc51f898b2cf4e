import { at, one, rowsOf, several, wrongAnswers } from './answerRules.ts'
import {
  noAnswers,
  type Answers,
  type Condition,
  type Criterion,
  type Definition,
  type Evaluation,
  type Found,
  type Outcome,
  type Question,
  type Row,
} from './model.ts'
import { compare, same, strip } from './values.ts'

const NOT_CONFORM: Outcome = {
  when: { is: 'not-conform' },
  problem: true,
  standard: '',
  consequence: { kind: 'none', days: null, to: '', text: '' },
}

/** What a definition without mistakes makes of answers, in one pass: a question looks at earlier ones only. */
export function evaluate(definition: Definition, answers: Answers): Evaluation {
  const shown = new Map<string, Question>()
  const result: Evaluation = {
    visible: [],
    required: [],
    missing: [],
    wrong: [],
    found: [],
    progress: { answered: 0, of: 0, requiredAnswered: 0, required: 0 },
  }
  for (const section of definition.sections) {
    if (section.showIf && !holds(section.showIf, shown, answers)) continue
    for (const question of section.questions) look(question, shown, answers, result)
  }
  result.progress.required = result.required.length
  result.progress.requiredAnswered = result.required.length - result.missing.length
  return result
}

function look(question: Question, shown: Map<string, Question>, answers: Answers, into: Evaluation): void {
  if (question.showIf && !holds(question.showIf, shown, answers)) return
  into.visible.push(question.code)
  shown.set(question.code, question)
  if (question.kind === 'information') return
  into.progress.of++
  const there = isAnswered(question, answers)
  if (there) into.progress.answered++
  if (question.required || (question.requiredIf && holds(question.requiredIf, shown, answers))) {
    into.required.push(question.code)
    if (!there) into.missing.push(question.code)
  }
  into.wrong.push(...wrongAnswers(question, answers))
  into.found.push(...found(question, answers))
}

function holds(condition: Condition, shown: Map<string, Question>, answers: Answers): boolean {
  if (condition.all) return condition.all.every((part) => holds(part, shown, answers))
  if (condition.any) return condition.any.some((part) => holds(part, shown, answers))
  if (condition.not) return !holds(condition.not, shown, answers)
  // A question that is hidden or asks nothing has no answer.
  const question = shown.get(condition.question ?? '')
  return question ? fits(question, condition, answers) : condition.answered === false
}

export function isAnswered({ code, kind, photos, minRows }: Question, answers: Answers): boolean {
  if (kind === 'information') return false
  if (kind === 'choices') return several(answers, code).length > 0
  if (kind === 'photo') return several(answers, code).length >= Math.max(1, photos ?? 1)
  if (kind === 'table') return rowsOf(answers, code).length >= Math.max(1, minRows ?? 1)
  return one(answers, code) !== ''
}

function fits(question: Question, criterion: Criterion, answers: Answers): boolean {
  if (criterion.answered !== undefined) return criterion.answered === isAnswered(question, answers)
  return values(question, answers).some((value) => fitsValue(question, value, criterion))
}

function values({ kind, code }: Question, answers: Answers): string[] {
  if (kind === 'choices') return several(answers, code)
  const value = one(answers, code)
  return value === '' ? [] : [value]
}

function fitsValue({ kind }: Question, value: string, criterion: Criterion): boolean {
  const compares = (bound: string | undefined, right: (by: number) => boolean) => {
    if (bound === undefined) return true
    const by = compare(kind, value, bound)
    return by !== null && right(by)
  }
  return (
    (criterion.is === undefined || same(kind, value, criterion.is)) &&
    (criterion.in === undefined || criterion.in.some((one) => same(kind, value, one))) &&
    compares(criterion.greater, (by) => by > 0) &&
    compares(criterion.less, (by) => by < 0) &&
    compares(criterion.atLeast, (by) => by >= 0) &&
    compares(criterion.atMost, (by) => by <= 0)
  )
}

function found(question: Question, answers: Answers): Found[] {
  let fitting = question.outcomes.filter((outcome) => outcome.when && fits(question, outcome.when, answers))
  if (question.kind !== 'choices') fitting = fitting.slice(0, 1)
  // Not conforming is a problem also where nobody wrote down what follows.
  const bare = question.kind === 'conform' && values(question, answers).includes('not-conform')
  if (fitting.length === 0 && bare) fitting = [NOT_CONFORM]
  return fitting
    .filter((outcome) => outcome.problem || outcome.consequence.kind !== 'none')
    .map((outcome) => ({
      question: question.code,
      text: question.text,
      answer: (question.kind === 'choices'
        ? inOrder(question, values(question, answers))
        : values(question, answers)
      )
        .filter((value) => !outcome.when || fitsValue(question, value, outcome.when))
        .join('、'),
      problem: outcome.problem,
      standard: outcome.standard || question.standard,
      consequence: outcome.consequence,
    }))
}

/**
 * The answers as they are sent: what is hidden or not asked is left out, texts are stripped, in the order of the
 * checklist. What is being edited keeps everything, so that a question shown again still has its answer.
 */
export function canonical(definition: Definition, answers: Answers): Answers {
  const kept = noAnswers()
  const visible = new Set(evaluate(definition, answers).visible)
  for (const question of definition.sections.flatMap((section) => section.questions)) {
    const { code, kind } = question
    if (!visible.has(code)) continue
    if (kind === 'choices' || kind === 'photo')
      put(kept.several, code, inOrder(question, several(answers, code)))
    else if (kind === 'table') put(kept.rows, code, rows(question, rowsOf(answers, code)))
    else if (kind !== 'information' && one(answers, code) !== '') kept.answers[code] = one(answers, code)
    const remark = strip(at(answers.remarks, code) ?? '')
    if (remark !== '') kept.remarks[code] = remark
  }
  return kept
}

function put<T>(into: Record<string, T[]>, code: string, list: T[]): void {
  if (list.length > 0) into[code] = list
}

/** Choices in the order of the question, then what is not among them; photos as they came. */
const inOrder = ({ choices }: Question, given: string[]): string[] => [
  ...new Set([...choices.filter((choice) => given.includes(choice)), ...given]),
]

const rows = ({ columns }: Question, given: Row[]): Row[] =>
  given
    .map((row) =>
      Object.fromEntries(
        columns
          .map(({ code }) => [code, strip(at(row, code) ?? '')] as const)
          .filter(([, cell]) => cell !== ''),
      ),
    )
    .filter((row) => Object.keys(row).length > 0)
