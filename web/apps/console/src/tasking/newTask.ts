import type { FormValues } from '@/shared/form/field'
import type { ItemChoice } from './api'

/** A task to be opened, as it is sent; `key` was made when the form opened. */
export interface NewTask {
  path: string
  body: Record<string, unknown>
  key: string
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
const texts = (value: unknown) => (Array.isArray(value) ? (value as string[]) : [])

/** What both ways have in common. */
function common(values: FormValues): Record<string, unknown> {
  return {
    from: texts(values.period)[0] ?? null,
    to: texts(values.period)[1] ?? null,
    exemptionException: text(values.exemptionException) || null,
    separateReason: values.joint ? '' : text(values.separateReason),
  }
}

export function fromLine(values: FormValues, key: string): NewTask {
  return { path: '/api/tasks', key, body: { lineId: values.lineId, ...common(values) } }
}

export function outsidePlan(values: FormValues, items: readonly ItemChoice[], key: string): NewTask {
  const chosen = texts(values.itemVersionIds)
  const kinds = items.filter((item) => chosen.includes(item.id)).map((item) => item.targetKind)
  const ratesBp = basisPoints(values.rates)
  return {
    path: '/api/tasks/outside-plan',
    key,
    body: {
      title: text(values.title),
      ground: values.ground,
      groundText: text(values.groundText),
      itemVersionIds: chosen,
      filter: {
        kinds: [...new Set(kinds)],
        regionCodes: text(values.regions)
          .split(/[,，、\s]+/)
          .filter((code) => code !== ''),
        tags: texts(values.tags),
        riskClasses: [],
      },
      ratesBp,
      ...common(values),
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
