import {
  CONFORM,
  type Condition,
  type Consequence,
  type Criterion,
  type DefinitionError,
  type Definition,
} from './model.ts'
import { partsOf } from './references.ts'
import { en, zh } from './text/messages.ts'

export type Language = 'zh' | 'en'
export type Words = (key: string, ...values: (string | number)[]) => string

const texts: Record<Language, Record<string, string>> = { zh, en }

/** The words of a language, which are the platform's: `words('checklist.fill.required')`. */
export const wordsIn =
  (language: Language): Words =>
  (key, ...values) =>
    (texts[language][key] ?? key).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''))

/** What is wrong with a definition, where, and the way out. */
export function errorText(words: Words, error: DefinitionError): { message: string; fix: string } {
  return {
    message: words(`checklist.wrong.${error.key}`, ...error.arguments),
    fix: words(`checklist.wrong.${error.key}.fix`, ...error.arguments),
  }
}

/** Where it is, for lists of errors: the section by number and title, the question by its code. */
export function placeText(words: Words, error: DefinitionError, definition: Definition | null): string {
  if (error.section < 0) return words('checklist.where.checklist')
  const section = definition?.sections[error.section]
  const question = section?.questions[error.question]
  const place = words('checklist.where.section', error.section + 1, section?.title ?? '')
  if (error.question < 0) return place
  return words(
    'checklist.join',
    place,
    words('checklist.where.question', question?.code || error.question + 1),
  )
}

export const valueText = (words: Words, value: string): string =>
  CONFORM.includes(value) ? words(`checklist.value.${value}`) : value

export function consequenceText(words: Words, { kind, days, to, text }: Consequence): string {
  if (kind === 'text') return text
  const said = words(`checklist.consequence.${kind}`, kind === 'order' ? String(days) : to)
  return text === '' ? said : words('checklist.consequence.with', said, text)
}

/** A criterion in words, of the answer that `subject` names. */
export function criterionText(words: Words, subject: string, criterion: Criterion): string {
  const said: string[] = []
  if (criterion.is !== undefined)
    said.push(words('checklist.condition.is', subject, valueText(words, criterion.is)))
  if (criterion.in)
    said.push(
      words(
        'checklist.condition.in',
        subject,
        criterion.in
          .map((value) => words('checklist.condition.quoted', valueText(words, value)))
          .join(words('checklist.condition.list')),
      ),
    )
  for (const name of ['greater', 'less', 'atLeast', 'atMost'] as const) {
    const bound = criterion[name]
    if (bound !== undefined) said.push(words(`checklist.condition.${name}`, subject, bound))
  }
  if (criterion.answered !== undefined)
    said.push(words(`checklist.condition.${criterion.answered ? 'answered' : 'unanswered'}`, subject))
  return said.join(words('checklist.condition.all-of'))
}

/** A condition in words, as it stands on paper too. */
export function conditionText(words: Words, condition: Condition): string {
  if (condition.question !== undefined) return criterionText(words, condition.question, condition)
  if (condition.not) return words('checklist.condition.not', conditionText(words, condition.not))
  const parts = partsOf(condition).map((part) =>
    part.all || part.any
      ? words('checklist.condition.group', conditionText(words, part))
      : conditionText(words, part),
  )
  return parts.join(words(condition.all ? 'checklist.condition.all-of' : 'checklist.condition.any-of'))
}
