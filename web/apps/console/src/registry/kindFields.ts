import type { Field } from '@/shared/form/field'
import type { Kind, TargetDetail } from './api'

const PREFIX = 'details.'
const inputs = { text: 'text', code: 'text', number: 'text', date: 'date', choice: 'choice' } as const

/** The lines of a form for what only targets of this kind have. */
export function detailFields(kinds: Kind[], kind: string, target?: TargetDetail | null): Field[] {
  const known = new Map(target?.details.map((one) => [one.name, one.value]))
  return (kinds.find((one) => one.kind === kind)?.fields ?? []).map((field) => ({
    key: PREFIX + field.name,
    label: field.label,
    kind: inputs[field.type],
    required: field.required,
    options: field.choices.length > 0 ? field.choices : undefined,
    length: field.type === 'text' ? 1000 : 60,
    value: known.get(field.name),
  }))
}

/** The details of a filled-in form: those of its kind, without empty ones. */
export function detailsOf(fields: Field[], values: Record<string, unknown>): Record<string, string> {
  const filled = fields
    .map(({ key }) => [key.slice(PREFIX.length), String(values[key] ?? '').trim()] as const)
    .filter(([, text]) => text !== '')
  return Object.fromEntries(filled)
}

/** A field of the history in words, if it is one that only some kinds have. */
export function detailWords(kinds: Kind[], name: string) {
  if (!name.startsWith(PREFIX)) return undefined
  const field = kinds.flatMap((kind) => kind.fields).find((one) => one.name === name.slice(PREFIX.length))
  return (
    field && {
      label: field.label,
      text: (value: string) => field.choices.find((one) => one.value === value)?.label ?? value,
    }
  )
}

/** Columns that an export may have besides those of all kinds. */
export function detailColumns(kinds: Kind[], kind: string | undefined) {
  return (kinds.find((one) => one.kind === kind)?.fields ?? []).map(({ name, label }) => ({
    value: PREFIX + name,
    label,
  }))
}
