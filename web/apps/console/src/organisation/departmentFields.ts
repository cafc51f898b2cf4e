import type { Field } from '@/shared/form/field'
import type { Department, NewDepartment } from './api'
import { lineKey, lines } from './lines'
import type { Region } from './regions'
import { functions } from './roles'
import { isGovernment, isSection, sectionOptions } from './sections'

type Text = (key: string) => string

/** What is being entered: a change of one, a department in a region, or a section. */
export type Editing =
  | { what: 'change'; department: Department }
  | { what: 'department'; region?: string }
  | { what: 'section'; parentId?: string }

/** A department is asked for its region and line; a section has those of its department. */
export function departmentFields(
  t: Text,
  editing: Editing,
  departments: readonly Department[],
  regions: readonly Region[],
): Field<keyof NewDepartment>[] {
  const old = editing.what === 'change' ? editing.department : undefined
  const name = {
    key: 'name' as const,
    label: t('organisation.unitName'),
    kind: 'text' as const,
    required: true,
    length: 100,
    value: old?.name,
  }
  return [
    name,
    ...(editing.what === 'section' ? [parentField(t, editing.parentId, departments)] : []),
    ...(editing.what === 'department' ? [regionField(t, editing.region, regions)] : []),
    ...(editing.what === 'department' || old?.kind === 'department' ? [lineField(t, old)] : []),
    {
      key: 'functions',
      label: t('organisation.functions'),
      kind: 'choices',
      options: functions.map((value) => ({ value, label: t(`organisation.function.${value}`) })),
      value: old?.functions,
      hint: t('organisation.functionsHint'),
    },
    {
      key: 'sort',
      label: t('organisation.sort'),
      kind: 'number',
      min: 0,
      max: 9999,
      value: old?.sort ?? place(editing, departments),
    },
  ]
}

/** A new one stands behind those that are there. */
function place(editing: Editing, departments: readonly Department[]): number {
  const beside = departments.filter((one) =>
    editing.what === 'department' && editing.region
      ? one.region === editing.region
      : editing.what === 'section' && editing.parentId
        ? one.parentId === editing.parentId
        : true,
  )
  return Math.min(9999, beside.length * 10)
}

function parentField(t: Text, chosen: string | undefined, departments: readonly Department[]) {
  const possible = departments.filter((one) => one.administered && !isGovernment(one))
  return {
    key: 'parentId' as const,
    label: t('organisation.parent'),
    kind: 'choice' as const,
    required: true,
    options: sectionOptions(possible),
    value: chosen ?? possible.find((one) => !isSection(one))?.id,
  }
}

function regionField(t: Text, chosen: string | undefined, regions: readonly Region[]) {
  return {
    key: 'region' as const,
    label: t('organisation.regionOf'),
    kind: 'choice' as const,
    required: true,
    options: regions.map(({ code, name }) => ({ value: code, label: name, hint: code })),
    value: chosen ?? regions[0]?.code,
  }
}

function lineField(t: Text, old: Department | undefined) {
  return {
    key: 'line' as const,
    label: t('organisation.lineLabel'),
    kind: 'choice' as const,
    options: lines.map((value) => ({ value, label: t(lineKey(value)) })),
    value: old?.line,
    hint: t('organisation.lineHint'),
  }
}
