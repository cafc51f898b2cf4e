import type { ItemRow } from '@/catalog/api'
import type { NamedId } from '@/api/description'
import type { Field, FormValues } from '@/shared/form/field'
import type { ArrangementForm, LineForm } from './api'
import type { LineChoices } from './figures'
import { forms, handlings } from './words'

type Say = (key: string, values?: Record<string, unknown>) => string

/** The fields of a line in groups, in the order in which people think of them. */
export interface Group {
  name: 'what' | 'whom' | 'many' | 'when' | 'who'
  fields: Field[]
}

const option = (value: string, label: string, hint?: string) => ({ value, label, hint })

export function lineGroups(
  t: Say,
  items: readonly ItemRow[],
  sections: readonly NamedId[],
  choices: LineChoices | null,
  joint: boolean,
): Group[] {
  const text = (key: string, more: Partial<Field> = {}): Field => ({
    key,
    label: more.label ?? t(`planning.line.${key}`),
    kind: 'text',
    ...more,
  })
  return [
    {
      name: 'what',
      fields: [
        text('title', { required: true, length: 200 }),
        text('category', { required: true, length: 100, placeholder: t('planning.line.categoryHint') }),
        text('itemVersionIds', {
          label: t('planning.line.items'),
          kind: 'choices',
          required: true,
          wide: true,
          options: items.map((item) =>
            option(
              item.inForceId ?? '',
              `${item.code} ${item.name}`,
              t(`catalog.categoryShort.${item.category}`),
            ),
          ),
          hint: t(items.length > 0 ? 'planning.line.itemsHint' : 'planning.line.noItems'),
        }),
        text('methods', {
          kind: 'choices',
          options: (choices?.methods ?? []).map((way) => option(way, t(`catalog.method.${way}`))),
          placeholder: t('planning.line.methodsHint'),
        }),
        text('form', {
          kind: 'choice',
          options: forms.map((form) => option(form, t(`planning.line.formWord.${form}`))),
        }),
      ],
    },
    { name: 'whom', fields: [text('filter', { label: t('planning.line.scope'), kind: 'slot', wide: true })] },
    {
      name: 'many',
      fields: [
        text('ratesBp', { label: t('planning.line.rates'), kind: 'slot', wide: true, clause: 'plan' }),
        text('timesPerYear', { kind: 'number', required: true, min: 1, max: 365 }),
        text('weights', { kind: 'slot', wide: true }),
      ],
    },
    {
      name: 'when',
      fields: [
        text('from', { label: t('planning.line.period'), kind: 'dates', required: true }),
        text('visitsPerDay', {
          kind: 'number',
          min: 1,
          max: 50,
          hint: t('planning.line.visitsPerDayHint'),
        }),
        text('manpower', { label: t('planning.manpower.title'), kind: 'slot', wide: true }),
      ],
    },
    {
      name: 'who',
      fields: [
        text('executingId', {
          label: t('planning.line.executing'),
          kind: 'choice',
          required: true,
          options: sections.map((one) => option(one.id, one.name)),
        }),
        text('body', { required: true, length: 200 }),
        // Others are asked by a proposal before they stand in a plan.
        ...(joint
          ? [
              text('participants', {
                kind: 'choices',
                wide: true,
                options: (choices?.participants ?? []).map((one) => option(one.id, one.name)),
                placeholder: t('planning.line.participantsHint'),
              }),
            ]
          : []),
        ...(choices?.aboveCounties
          ? [
              text('handling', {
                kind: 'radio',
                wide: true,
                options: handlings.map((one) =>
                  option(one, t(`planning.line.handlingWord.${one}`), t(`planning.line.handlingHint.${one}`)),
                ),
              }),
            ]
          : []),
        text('otherDemands', { kind: 'longtext', length: 1000, wide: true }),
      ],
    },
  ]
}

/** Keys of the form that stand in the arrangement of the line. */
const ARRANGED = [
  'participants',
  'handling',
  'weights',
  'methods',
  'form',
  'otherDemands',
  'visitsPerDay',
] as const

export const toValues = (line: LineForm): FormValues => ({
  ...line,
  ...line.arrangement,
  from: [line.from, line.to],
})

/** The line that a filled-in form says. */
export function fromValues(line: LineForm, values: FormValues): LineForm {
  const next = values as unknown as LineForm & ArrangementForm & { from: unknown }
  const [from = '', to = ''] = next.from as unknown as string[]
  const arrangement = Object.fromEntries(
    ARRANGED.map((key) => [key, next[key] === '' && key === 'form' ? undefined : next[key]]),
  ) as unknown as ArrangementForm
  return {
    ...line,
    title: next.title,
    category: next.category,
    itemVersionIds: next.itemVersionIds,
    timesPerYear: next.timesPerYear ?? 1,
    executingId: next.executingId,
    body: next.body,
    from,
    to,
    arrangement: { ...arrangement, visitsPerDay: arrangement.visitsPerDay || 2 },
  }
}

/** A line whose scope has changed: regions that are no longer in it lose their weight, new ones begin with 1. */
export function scoped(line: LineForm, filter: LineForm['filter']): LineForm {
  const { weights } = line.arrangement
  const split = Object.keys(weights).length > 0
  const kept = split ? Object.fromEntries(filter.regionCodes.map((code) => [code, weights[code] ?? 1])) : {}
  return {
    ...line,
    filter,
    arrangement: { ...line.arrangement, weights: filter.regionCodes.length > 1 ? kept : {} },
  }
}
