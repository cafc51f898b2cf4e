/** One line of a form. `key` is the request's member and the `field` of row errors that belong to it. */
export interface Field<Key extends string = string> {
  key: Key
  label: string
  kind:
    | 'text'
    | 'password'
    | 'longtext'
    | 'number'
    | 'date'
    | 'dates'
    | 'choice'
    | 'choices'
    | 'radio'
    | 'switch'
    | 'slot'
  required?: boolean
  /** Choices are searched by typing when there are more than ten. */
  options?: Option[]
  value?: FieldValue
  hint?: string
  placeholder?: string
  clause?: string
  min?: number
  max?: number
  /** Longest text, in characters. */
  length?: number
  disabled?: boolean
  /** Takes the whole row of a two-column form. */
  wide?: boolean
}

export interface Option {
  value: string
  label: string
  hint?: string
  disabled?: boolean
}

export type FieldValue = string | number | boolean | string[] | null | undefined | object
export type FormValues = Record<string, FieldValue>

/** The body that a form of `Field<keyof Body>[]` was filled in for. The platform checks what is in it. */
export const bodyOf = <Body extends object>(values: FormValues) => values as unknown as Body

export function initialValues(fields: Field[]): FormValues {
  return Object.fromEntries(fields.map((field) => [field.key, field.value ?? emptyOf(field)]))
}

function emptyOf(field: Field): FieldValue {
  if (field.kind === 'choices' || field.kind === 'dates') return []
  if (field.kind === 'switch') return false
  if (field.kind === 'number') return undefined
  return ''
}

/** Keys of required fields that are still empty. A switch is never empty. */
export function missing(fields: Field[], values: FormValues): string[] {
  return fields.filter((field) => field.required && isEmpty(values[field.key])).map((field) => field.key)
}

function isEmpty(value: FieldValue): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}
