import type { Condition, Definition, Question } from './model.ts'

/** How a question differs between two versions of a checklist. */
export interface Difference {
  code: string
  how: 'added' | 'removed' | 'changed'
  before: Question | null
  after: Question | null
  /** Members that differ, and `section` where it stands in another, or one with another condition. */
  fields: string[]
}

interface Placed {
  question: Question
  section: string
  condition: Condition | null
}

const placed = (definition: Definition): Map<string, Placed> =>
  new Map(
    definition.sections.flatMap(({ title, showIf, questions }) =>
      questions.map((question) => [question.code, { question, section: title, condition: showIf }] as const),
    ),
  )

/** Independent of the order in which members were written. */
function same(a: unknown, b: unknown): boolean {
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted)
}

/** Removed and changed questions in the order of the earlier version, then what is new. */
export function compareDefinitions(a: Definition, b: Definition): Difference[] {
  const before = placed(a)
  const after = placed(b)
  const differences: Difference[] = []
  for (const [code, old] of before) {
    const now = after.get(code)
    if (!now) {
      differences.push({ code, how: 'removed', before: old.question, after: null, fields: [] })
      continue
    }
    const fields = (Object.keys(old.question) as (keyof Question)[]).filter(
      (name) => !same(old.question[name], now.question[name]),
    )
    const moved = old.section !== now.section || !same(old.condition, now.condition)
    if (fields.length > 0 || moved)
      differences.push({
        code,
        how: 'changed',
        before: old.question,
        after: now.question,
        fields: moved ? ['section', ...fields] : fields,
      })
  }
  for (const [code, now] of after)
    if (!before.has(code))
      differences.push({ code, how: 'added', before: null, after: now.question, fields: [] })
  return differences
}
