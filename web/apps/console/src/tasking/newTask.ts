import type { FormValues } from '@/shared/form/field'
import type { FromLine, OutsidePlan } from './api'

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

export function outsidePlan(values: FormValues, key: string): NewTask {
  const { from = '', to = '', ...rest } = common(values)
  return {
    key,
    outside: {
      title: text(values.title),
      ground: values.ground as OutsidePlan['ground'],
      groundText: text(values.groundText),
      itemVersionIds: texts(values.itemVersionIds),
      filter: {
        kinds: texts(values.kinds),
        regionCodes: texts(values.regions),
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
