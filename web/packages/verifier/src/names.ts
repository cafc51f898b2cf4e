/** What names, hashes and values may look like (sections 3, 5, 6). */
import { refuse } from './text/say.ts'
import { unhex, utf8 } from './bytes.ts'

/** A pattern for the whole of a text; its source is shown in messages. */
export interface Pattern {
  readonly source: string
  matches(text: string): boolean
}

export const pattern = (source: string): Pattern => {
  const whole = new RegExp(`^(?:${source})$`, 'u')
  return { source, matches: (text) => whole.test(text) }
}

/** drawId, stratum, role, class, reason code, kind of source. */
export const CODE = pattern('[A-Za-z0-9._-]{1,64}')

/** Group, person. */
export const LABEL = pattern('[A-Za-z0-9._:-]{1,128}')

export const PARTY = pattern('[a-z0-9-]{1,32}')

/** 32 bytes in hex: token, ticket, root, commitment, nonce, chain value. */
export const HEX32 = pattern('[0-9a-f]{64}')

export const HEX32_OR_NONE = pattern('([0-9a-f]{64})?')

/** Text without control characters: id of a public source, task. */
export const TEXT = pattern('\\P{Cc}*')

/** A public value: neither spaces nor control characters. */
export const VALUE = pattern('[^\\p{Z}\\p{Cc}]+')

/** A time of the commitment document. */
export const TIME = pattern('\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z')

/** The value, which must match the pattern. */
export function require(pattern: Pattern, what: string, value: string): string {
  if (!pattern.matches(value)) throw refuse('name.pattern', what, value, pattern.source)
  return value
}

/** The unitId in UTF-8: not empty, no control characters, no half surrogate pairs. */
export function unitId(id: string): Uint8Array {
  if (id === '' || /[\p{Cc}\p{Surrogate}]/u.test(id)) throw refuse('name.unit', id)
  return utf8(id)
}

/** The 32 bytes of this hex text. */
export const bytes32 = (what: string, text: string): Uint8Array => unhex(require(HEX32, what, text))

/** Whether the text is a time that exists, to the second. */
export function isTime(text: string): boolean {
  const time = new Date(text)
  return !Number.isNaN(time.getTime()) && time.toISOString() === text.replace('Z', '.000Z')
}
