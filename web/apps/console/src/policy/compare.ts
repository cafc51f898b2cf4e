import type { ComparedRule, ComparedValue } from './api'

/** How many sets of rules fit side by side. */
export const MOST = 6

export interface Filter {
  keyword: string
  /** Nothing in which all say the same. */
  differing: boolean
}

const has = (text: string, wanted: string) => text.toLowerCase().includes(wanted)

const said = (value: ComparedValue): string =>
  [
    value.name,
    ...value.cells.flatMap(({ says }) => [
      says.value,
      ...says.article,
      ...says.displaced.map((d) => d.value),
    ]),
  ].join('\n')

/** The rules that a reader asked for; of a rule whose title is meant, every value. */
export function asked(rules: readonly ComparedRule[], { keyword, differing }: Filter): ComparedRule[] {
  const wanted = keyword.trim().toLowerCase()
  return rules
    .map((rule) => {
      const whole = has(`${rule.title}\n${rule.words}`, wanted)
      return {
        ...rule,
        values: rule.values.filter(
          (value) => (!differing || value.differs) && (whole || has(said(value), wanted)),
        ),
      }
    })
    .filter((rule) => rule.values.length > 0)
}

/** In how many of its values the sets of rules differ. */
export const differences = (rule: ComparedRule): number => rule.values.filter((value) => value.differs).length

/** Whether the cell at `index` says something else than the first one. */
export const unlike = (value: ComparedValue, index: number): boolean =>
  value.differs && value.cells[index]?.says.value !== value.cells[0]?.says.value
