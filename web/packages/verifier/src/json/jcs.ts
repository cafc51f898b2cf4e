import type { Json } from './json.ts'
import { utf8 } from '../bytes.ts'
import { Parser } from './parser.ts'

/** Reads canonical JSON (RFC 8785): exactly the bytes that {@link write} would make. */
export const parse = (bytes: Uint8Array): Json => new Parser(bytes, true).document()

/** Reads JSON with any white space and order of members; still no floats, no null, no member twice. */
export const parseLoose = (bytes: Uint8Array): Json => new Parser(bytes, false).document()

/** The canonical text. */
export function text(value: Json): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`
  if (value instanceof Map) {
    return `{${[...value].map(([key, member]) => `${quote(key)}:${text(member)}`).join(',')}}`
  }
  return String(value)
}

/** The canonical bytes. */
export const write = (value: Json): Uint8Array => utf8(text(value))

/** As JSON.stringify does, which agrees with RFC 8785 on strings of whole characters. */
const quote = (value: string): string => JSON.stringify(value)
