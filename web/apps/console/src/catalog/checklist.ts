import {
  asked,
  hasChoices,
  MODEL,
  newQuestion,
  questionsOf,
  readDefinition,
  type Condition,
  type Criterion,
  type Definition,
  type Question,
  type Section,
} from '@sunlot/checklist-engine'
import type { Checklist } from './api'

export { hasChoices, newQuestion }

/** A checklist of the platform as a definition of the engine. */
export const definitionOf = ({ title, sections }: Pick<Checklist, 'title' | 'sections'>): Definition =>
  readDefinition({ model: MODEL, title, sections })

/** A place in a checklist: a section, and a question in it. */
export interface Place {
  section: number
  question: number
}

/** Moves, adds and removes without changing what was given. */
export const replaced = <T>(list: readonly T[], at: number, by: T): T[] =>
  list.map((one, index) => (index === at ? by : one))
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)
export const inserted = <T>(list: readonly T[], at: number, one: T): T[] => [
  ...list.slice(0, at),
  one,
  ...list.slice(at),
]
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by
  const one = list[from]
  const other = list[to]
  if (one === undefined || other === undefined) return [...list]
  return replaced(replaced(list, from, other), to, one)
}

/** Moves a question; from the edge of a section it goes over into the next one. */
export function movedQuestion(sections: readonly Section[], { section, question }: Place, by: -1 | 1) {
  const here = sections[section]
  const there = sections[section + by]
  const one = here?.questions[question]
  if (!here || !one) return { sections: [...sections], place: { section, question } }
  if (here.questions[question + by])
    return {
      sections: replaced(sections, section, { ...here, questions: moved(here.questions, question, by) }),
      place: { section, question: question + by },
    }
  if (!there) return { sections: [...sections], place: { section, question } }
  const at = by < 0 ? there.questions.length : 0
  const left = replaced(sections, section, { ...here, questions: without(here.questions, question) })
  return {
    sections: replaced(left, section + by, { ...there, questions: inserted(there.questions, at, one) }),
    place: { section: section + by, question: at },
  }
}

/** The next free code in the manner of those there are: after `3.2` comes `3.3`. */
export function nextCode(sections: readonly Section[], at: number): string {
  const used = new Set(sections.flatMap((section) => section.questions.map((question) => question.code)))
  const last = sections[at]?.questions.at(-1)?.code ?? ''
  const [, before, digits] = /^(.*?)(\d+)$/.exec(last) ?? [undefined, `${at + 1}.`, '0']
  let number = Number(digits) + 1
  while (used.has(`${before}${number}`)) number++
  return `${before}${number}`
}

/** The questions that a condition at this place may look at; of a section with -1, those of earlier sections. */
export const earlier = (sections: readonly Section[], { section, question }: Place): Question[] =>
  sections
    .flatMap((one, at) =>
      at < section ? one.questions : at === section ? one.questions.slice(0, Math.max(0, question)) : [],
    )
    .filter(({ kind }) => kind !== 'information')

/** All conditions of a checklist changed alike. */
function mapConditions(sections: readonly Section[], change: (condition: Condition) => Condition): Section[] {
  const each = (condition: Condition | null) => (condition ? deep(condition, change) : null)
  return sections.map((section) => ({
    ...section,
    showIf: each(section.showIf),
    questions: section.questions.map((question) => ({
      ...question,
      showIf: each(question.showIf),
      requiredIf: each(question.requiredIf),
    })),
  }))
}

function deep(condition: Condition, change: (condition: Condition) => Condition): Condition {
  const made = { ...condition }
  if (made.all) made.all = made.all.map((part) => deep(part, change))
  if (made.any) made.any = made.any.map((part) => deep(part, change))
  if (made.not) made.not = deep(made.not, change)
  return change(made)
}

/** Gives a question another code, also where conditions name it. */
export function recoded(sections: readonly Section[], { section, question }: Place, code: string): Section[] {
  const old = sections[section]?.questions[question]?.code
  const shared = questionsOf({ sections: [...sections] }).filter((one) => one.code === old).length > 1
  const named =
    shared || old === ''
      ? [...sections]
      : mapConditions(sections, (one) => (one.question === old ? { ...one, question: code } : one))
  const here = named[section]
  const it = here?.questions[question]
  if (!here || !it) return named
  return replaced(named, section, { ...here, questions: replaced(here.questions, question, { ...it, code }) })
}

/** Gives choices other names, also where outcomes and conditions speak of them. */
export function renamed(
  sections: readonly Section[],
  { section, question }: Place,
  choices: string[],
): Section[] {
  const it = sections[section]?.questions[question]
  if (!it) return [...sections]
  const names = new Map<string, string>()
  if (it.choices.length === choices.length)
    it.choices.forEach((old, at) => names.set(old, choices[at] ?? old))
  const name = (value: string) => names.get(value) ?? value
  const criterion = <T extends Criterion>(one: T): T => ({
    ...one,
    ...(one.is === undefined ? {} : { is: name(one.is) }),
    ...(one.in ? { in: one.in.map(name) } : {}),
  })
  const outcomes = it.outcomes.map((one) => ({ ...one, when: one.when && criterion(one.when) }))
  const all = mapConditions(sections, (one) => (one.question === it.code ? criterion(one) : one))
  const here = all[section]
  if (!here) return all
  const changed = { ...(here.questions[question] ?? it), choices, outcomes }
  return replaced(all, section, { ...here, questions: replaced(here.questions, question, changed) })
}

/** The codes of the questions whose conditions look at this one. */
export const lookingAt = (sections: readonly Section[], code: string): string[] =>
  sections.flatMap((section) =>
    section.questions
      .filter((one) =>
        [section.showIf, one.showIf, one.requiredIf].some((condition) => asked(condition).includes(code)),
      )
      .map((one) => one.code),
  )

/** What belongs to a kind alone goes when another is chosen. */
export function ofKind(question: Question, kind: Question['kind']): Question {
  const blank = newQuestion(question.code)
  const chosen = kind === 'choice' || kind === 'choices'
  return {
    ...question,
    kind,
    choices: chosen ? question.choices : [],
    unit: kind === 'number' ? question.unit : '',
    min: kind === 'number' ? question.min : null,
    max: kind === 'number' ? question.max : null,
    photos: kind === 'photo' ? (question.photos ?? 1) : null,
    columns: kind === 'table' ? question.columns : [],
    minRows: kind === 'table' ? question.minRows : null,
    maxRows: kind === 'table' ? question.maxRows : null,
    required: kind !== 'information' && question.required,
    requiredIf: kind === 'information' ? null : question.requiredIf,
    // An outcome says of an answer that another kind does not have.
    outcomes: kind === question.kind ? question.outcomes : blank.outcomes,
  }
}

export const count = (checklist: Pick<Definition, 'sections'>): number => questionsOf(checklist).length

/** The condition to begin with: that the last question before was answered. */
export const anyAnswer = (earlier: readonly Question[]): Condition => ({
  question: earlier.at(-1)?.code ?? '',
  answered: true,
})
