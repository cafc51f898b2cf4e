import type { Condition, Criterion, CriterionName, Question } from '@sunlot/checklist-engine'

/** How a row of a condition compares; the contrary of `is`, and of `answered`, are ways of their own. */
export type Way = CriterionName | 'isNot' | 'unanswered'
export type Mode = 'all' | 'any' | 'none' | 'notAll'

/** A condition as an editor shows it: a question compared, or a group. */
export type Node =
  { question: string; way: Way; value: string; values: string[] } | { mode: Mode; parts: Node[] }

export const isGroup = (node: Node): node is { mode: Mode; parts: Node[] } => 'mode' in node

const BOUNDS = ['greater', 'less', 'atLeast', 'atMost'] as const

/** A condition of any shape; double contraries fall away, several comparisons of one answer become a group. */
export function toNode(condition: Condition): Node {
  if (condition.all) return { mode: 'all', parts: condition.all.map(toNode) }
  if (condition.any) return { mode: 'any', parts: condition.any.map(toNode) }
  if (condition.not) return contrary(condition.not)
  const question = condition.question ?? ''
  const rows: Node[] = []
  const add = (way: Way, value = '', values: string[] = []) => rows.push({ question, way, value, values })
  if (condition.is !== undefined) add('is', condition.is)
  if (condition.in) add('in', '', condition.in)
  for (const way of BOUNDS) if (condition[way] !== undefined) add(way, condition[way])
  if (condition.answered !== undefined) add(condition.answered ? 'answered' : 'unanswered')
  const [first] = rows
  return rows.length === 1 && first ? first : rows.length === 0 ? row(question) : { mode: 'all', parts: rows }
}

function contrary(condition: Condition): Node {
  if (condition.not) return toNode(condition.not)
  if (condition.all) return { mode: 'notAll', parts: condition.all.map(toNode) }
  if (condition.any) return { mode: 'none', parts: condition.any.map(toNode) }
  const node = toNode(condition)
  if (isGroup(node)) return { mode: 'notAll', parts: node.parts }
  if (node.way === 'is') return { ...node, way: 'isNot' }
  if (node.way === 'answered') return { ...node, way: 'unanswered' }
  if (node.way === 'unanswered') return { ...node, way: 'answered' }
  return { mode: 'none', parts: [node] }
}

export const row = (question: string): Node => ({ question, way: 'is', value: '', values: [] })

export function fromNode(node: Node): Condition {
  if (isGroup(node)) {
    const parts = node.parts.map(fromNode)
    if (node.mode === 'all') return { all: parts }
    if (node.mode === 'any') return { any: parts }
    return { not: node.mode === 'none' ? { any: parts } : { all: parts } }
  }
  const { question, way, value, values } = node
  if (way === 'isNot') return { not: { question, is: value } }
  if (way === 'in') return { question, in: values }
  if (way === 'answered' || way === 'unanswered') return { question, answered: way === 'answered' }
  return { question, [way]: value }
}

/** How the answers to a question can be compared. */
export function waysOf(question: Question | undefined): Way[] {
  if (!question) return ['is']
  const { kind } = question
  if (kind === 'number' || kind === 'date') return ['is', ...BOUNDS, 'answered', 'unanswered']
  if (kind === 'conform' || kind === 'choice' || kind === 'choices')
    return ['is', 'isNot', 'in', 'answered', 'unanswered']
  return ['answered', 'unanswered']
}

/** Which answers an outcome is about, as values to choose from. */
export const chosen = (when: Criterion | null): string[] =>
  when?.is !== undefined ? [when.is] : (when?.in ?? [])
export const choosing = (values: string[]): Criterion =>
  values.length === 1 ? { is: values[0] ?? '' } : { in: values }
