import type { FormValues } from '@/shared/form/field'
import type { FromLine, ItemChoice, OutsidePlan } from './api'

/** A task to be opened, as it is sent; `key` was made when the form opened. */
export type NewTask = { key: string } & (
  { line: FromLine; outside?: undefined } | { line?: undefined; outside: OutsidePlan }
)

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
export const texts = (value: unknown) => (Array.isArray(value) ? (value as string[]) : [])

/** What both ways have in common. */
function common(values: FormValues) {
  const [from, to] = texts(values.period)
  return {
    from,
    to,
    exemptionException: text(values.exemptionException) || null,
    separateReason: values.joint ? '' : text(values.separateReason),
    aloneReason: text(values.aloneReason),
    // Where nobody can be chosen, those that the plan line names.
    invite: Array.isArray(values.invite) ? texts(values.invite) : null,
    answerBy: text(values.answerBy) || null,
  }
}

export function fromLine(values: FormValues, key: string): NewTask {
  return { key, line: { lineId: String(values.lineId), ...common(values) } }
}

export function outsidePlan(values: FormValues, items: readonly ItemChoice[], key: string): NewTask {
  const chosen = texts(values.itemVersionIds)
  const kinds = items.filter((item) => chosen.includes(item.id)).map((item) => item.targetKind)
  const { from = '', to = '', ...rest } = common(values)
  return {
    key,
    outside: {
      title: text(values.title),
      ground: values.ground as OutsidePlan['ground'],
      groundText: text(values.groundText),
      itemVersionIds: chosen,
      filter: {
        kinds: [...new Set(kinds)],
        regionCodes: text(values.regions)
          .split(/[,，、\s]+/)
          .filter((code) => code !== ''),
        tags: texts(values.tags),
        riskClasses: [],
        subRegistries: [],
      },
      ratesBp: basisPoints(values.rates),
      from,
      to,
      handedDown: values.handedDown === true,
      ...rest,
    },
  }
}

/** Percentages by class, as typed, in basis points; empty ones are left out. */
export function basisPoints(rates: unknown): Record<string, number> {
  return Object.fromEntries(
    Object.entries((rates ?? {}) as Record<string, number | undefined>).flatMap(([name, percent]) =>
      percent ? [[name, Math.round(percent * 100)]] : [],
    ),
  )
}
