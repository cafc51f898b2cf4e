import type { RowError } from '@/api/problem'
import type { Checklist, Question, Section } from './api'

/** Moves, adds and removes without changing what was given. */
export const replaced = <T>(list: readonly T[], at: number, by: T): T[] =>
  list.map((one, index) => (index === at ? by : one))
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by
  const one = list[from]
  const other = list[to]
  if (one === undefined || other === undefined) return [...list]
  return replaced(replaced(list, from, other), to, one)
}

/** The next free code in the manner of those there are: after `3-2` comes `3-3`. */
export function nextCode(sections: readonly Section[], at: number): string {
  const used = new Set(sections.flatMap((section) => section.questions.map((question) => question.code)))
  let number = (sections[at]?.questions.length ?? 0) + 1
  while (used.has(`${at + 1}-${number}`)) number++
  return `${at + 1}-${number}`
}

export const newQuestion = (code: string): Question => ({
  code,
  text: '',
  kind: 'conform',
  choices: [],
  standard: '',
  consequence: '',
  basis: '',
  required: true,
})

export const count = (checklist: Pick<Checklist, 'sections'>): number =>
  checklist.sections.reduce((sum, section) => sum + section.questions.length, 0)

/** The platform counts questions over all sections from 1; here they are sought by section and place. */
export function errorsOf(
  errors: readonly RowError[] | undefined,
  sections: readonly Section[],
  section: number,
  question: number,
): RowError[] {
  const before = sections.slice(0, section).reduce((sum, one) => sum + one.questions.length, 0)
  return (errors ?? []).filter((error) => error.row === before + question + 1)
}
