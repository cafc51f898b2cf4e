import type { Field } from '@/shared/form/field'
import type { Township } from './api'
import type { Region } from './regions'

type Text = (key: string) => string

/** What is being entered: a new town or street of a county, another name, or the end of a code. */
export type TownEditing =
  { what: 'add'; county: string } | { what: 'rename'; town: Township } | { what: 'end'; town: Township }

export const countyOf = ({ code }: Township) => code.slice(0, 6)
export const isOver = ({ until }: Township, today: string) => Boolean(until && until < today)

/** The towns of each county, those in force first. */
export const byCounty = (towns: readonly Township[], regions: readonly Region[], today: string) =>
  regions
    .map((region) => ({
      region,
      towns: towns
        .filter((town) => countyOf(town) === region.code)
        .sort((a, b) => Number(isOver(a, today)) - Number(isOver(b, today)) || a.code.localeCompare(b.code)),
    }))
    .filter(({ region, towns: some }) => some.length > 0 || !region.code.endsWith('00'))

export function townFields(
  t: Text,
  editing: TownEditing,
  towns: readonly Township[],
  today: string,
): Field[] {
  const name: Field = {
    key: 'name',
    label: t('organisation.unitName'),
    kind: 'text',
    required: true,
    length: 50,
    value: editing.what === 'add' ? '' : editing.town.name,
  }
  if (editing.what === 'rename') return [name]
  if (editing.what === 'add')
    return [
      {
        key: 'code',
        label: t('organisation.town.code'),
        kind: 'text',
        required: true,
        length: 9,
        value: editing.county,
        hint: t('organisation.town.codeHint'),
      },
      name,
      { key: 'from', label: t('organisation.town.from'), kind: 'date', required: true, value: today },
    ]
  return [
    {
      key: 'until',
      label: t('organisation.town.until'),
      kind: 'date',
      value: editing.town.until ?? today,
      hint: t('organisation.town.untilHint'),
    },
    {
      key: 'successor',
      label: t('organisation.town.successor'),
      kind: 'choice',
      options: towns
        .filter((town) => town.code !== editing.town.code && !isOver(town, today))
        .sort(
          (a, b) =>
            Number(countyOf(b) === countyOf(editing.town)) - Number(countyOf(a) === countyOf(editing.town)),
        )
        .map(({ code, name: label }) => ({ value: code, label, hint: code })),
      value: editing.town.successor,
      hint: t('organisation.town.successorHint'),
    },
  ]
}
