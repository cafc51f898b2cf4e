import type { Option } from '../form/field'

export interface Column<Row> {
  /** Member of the row, and name of the slot `cell-<key>` that may draw it. */
  key: string
  title: string
  text?: (row: Row) => string
  /** The server's name to sort by; `true` when it is the key. */
  sort?: string | true
  width?: string
  align?: 'start' | 'end' | 'center'
  /** False: hidden until the user asks for it. */
  shown?: boolean
  /** Names the row: cannot be hidden, is the title of the card, and carries the link. */
  main?: boolean
  /** Stands in the card's head, beside the title (a status, a due date). */
  badge?: boolean
}

export interface Filter<Key extends string = string> {
  /** Query parameter; a `dates` filter sends `<key>From` and `<key>To`. */
  key: Key
  label: string
  kind: 'choice' | 'choices' | 'dates' | 'text' | 'yesno'
  options?: Option[]
  width?: string
}

export function cellText<Row>(column: Column<Row>, row: Row): string {
  const value = column.text ? column.text(row) : (row as Record<string, unknown>)[column.key]
  return value === undefined || value === null || value === '' ? '—' : String(value)
}

export function sortName<Row>(column: Column<Row>): string | undefined {
  return column.sort === true ? column.key : column.sort
}
