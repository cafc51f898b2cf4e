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

/** The name of a relation in the history. */
export function relationLabel(kinds: Kind[], name: string): string | undefined {
  return kinds.flatMap((kind) => kind.relations).find((one) => `relations.${one.name}` === name)?.label
}

/** Conditions on choices that only some kinds have, as filters and rules take them. */
export function detailChoices(kinds: Kind[], kind: string | undefined) {
  return (kinds.find((one) => one.kind === kind)?.fields ?? []).flatMap((field) =>
    field.choices.map((choice) => ({
      value: `${field.name}=${choice.value}`,
      label: `${field.label} ${choice.label}`,
    })),
  )
}

/** Conditions on fields of kinds in words; what nobody knows stays as it is written. */
export function conditionWords(kinds: Kind[], detail: string): string[] {
  return detail.split(';').map((one) => {
    const [name = '', value = ''] = one.split('=').map((part) => part.trim())
    const words = detailWords(kinds, PREFIX + name)
    return words ? `${words.label} ${words.text(value)}` : one
  })
}
