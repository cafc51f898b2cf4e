import { daysBetweenIncluding } from './year'

export interface Finding {
  line: number
  text: string
  kind: 'bad' | 'otherYear'
}

const DAY = /\d{4}-\d{2}-\d{2}/g
const exists = (day: string) => new Date(`${day}T00:00:00Z`).toString() !== 'Invalid Date'

/** Reads one period or day a line: what stands between two dates does not matter. */
export function readLines(text: string, year: number): { days: string[]; findings: Finding[] } {
  const days = new Set<string>()
  const findings: Finding[] = []
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim()
    if (line === '') return
    const [from, to = from] = line.match(DAY) ?? []
    const problem = (kind: Finding['kind']) => findings.push({ line: index + 1, text: line, kind })
    if (!from || !to || to < from || !exists(from) || !exists(to)) problem('bad')
    else if (![from, to].every((day) => day.startsWith(`${year}-`))) problem('otherYear')
    else for (const day of daysBetweenIncluding(from, to)) days.add(day)
  })
  return { days: [...days].sort(), findings }
}
