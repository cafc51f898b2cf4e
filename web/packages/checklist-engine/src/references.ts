import type { Condition, Definition, Question } from './model.ts'

export interface Mistake {
  key: string
  arguments: string[]
}

/** The conditions that a condition is made of; empty for one that asks a question. */
export const partsOf = (condition: Condition): Condition[] =>
  condition.all ?? condition.any ?? (condition.not ? [condition.not] : [])

/** The questions whose answers a condition looks at, in order, each once. */
export function asked(condition: Condition | null): string[] {
  if (!condition) return []
  if (condition.question !== undefined) return [condition.question]
  return [...new Set(partsOf(condition).flatMap(asked))]
}

/** Which questions conditions look at: earlier ones only, and never in a circle. */
export class References {
  private readonly places = new Map<string, { section: number; question: number; asks: Question }>()
  private readonly looksAt = new Map<string, Set<string>>()
  private readonly codes: string[][] = []

  constructor(definition: Definition) {
    definition.sections.forEach((section, s) => {
      this.codes.push(section.questions.map((question) => question.code))
      section.questions.forEach((asks, q) => {
        if (!this.places.has(asks.code)) this.places.set(asks.code, { section: s, question: q, asks })
        const seen = this.looksAt.get(asks.code) ?? new Set<string>()
        for (const condition of [section.showIf, asks.showIf, asks.requiredIf])
          for (const code of asked(condition)) seen.add(code)
        this.looksAt.set(asks.code, seen)
      })
    })
  }

  find(code: string): Question | undefined {
    return this.places.get(code)?.asks
  }

  /** What is wrong with looking at a question from here; question is -1 for the section's own condition. */
  mistake(section: number, question: number, code: string): Mistake | null {
    const place = this.places.get(code)
    if (!place) return { key: 'reference-unknown', arguments: [code] }
    if (place.asks.kind === 'information') return { key: 'reference-information', arguments: [code] }
    if (place.section < section || (place.section === section && place.question < question)) return null
    const all = this.codes[section] ?? []
    for (const start of question < 0 ? all : all.slice(question, question + 1)) {
      const way = this.way(code, start, new Set())
      if (way.length > 0) return { key: 'reference-circle', arguments: [[start, ...way].join(' → ')] }
    }
    return { key: 'reference-later', arguments: [code] }
  }

  /** The way along conditions from one question to another, both included; empty where none is. */
  private way(from: string, to: string, been: Set<string>): string[] {
    if (from === to) return [to]
    if (been.has(from)) return []
    been.add(from)
    for (const next of this.looksAt.get(from) ?? []) {
      const rest = this.way(next, to, been)
      if (rest.length > 0) return [from, ...rest]
    }
    return []
  }
}
