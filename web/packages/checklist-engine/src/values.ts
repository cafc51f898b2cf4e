import type { Kind } from './model.ts'

/** Numbers and days as they are written in definitions and answers, and how they compare. */
const DECIMAL = /^-?[0-9]{1,12}(\.[0-9]{1,6})?$/
const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/
// What the platform takes for white space, so that both strip alike.
const BLANK =
  '[\\u0009-\\u000d\\u001c-\\u0020\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]'
const ENDS = new RegExp(`^${BLANK}+|${BLANK}+$`, 'g')

export const strip = (text: string): string => text.replace(ENDS, '')
export const isBlank = (text: string): boolean => strip(text) === ''
export const isDecimal = (text: string): boolean => DECIMAL.test(text)

export function isDay(text: string): boolean {
  const found = DAY.exec(text)
  if (!found || found[1] === '0000') return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

/** In millionths, exactly: no number of a checklist passes through a double. */
function millionths(text: string): bigint {
  const [whole = '0', part = ''] = text.replace('-', '').split('.')
  const value = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'))
  return text.startsWith('-') ? -value : value
}

/** Below, at or above zero; null where the two are not both numbers, or both days, as the kind demands. */
export function compare(kind: Kind, a: string, b: string): number | null {
  if (kind === 'number' && isDecimal(a) && isDecimal(b)) {
    const [x, y] = [millionths(a), millionths(b)]
    return x < y ? -1 : x > y ? 1 : 0
  }
  if (kind === 'date' && isDay(a) && isDay(b)) return a < b ? -1 : a > b ? 1 : 0
  return null
}

export const same = (kind: Kind, a: string, b: string): boolean =>
  kind === 'number' ? compare(kind, a, b) === 0 : a === b

export function isIn(number: string, min: string | null, max: string | null): boolean {
  const above = min === null ? 0 : compare('number', number, min)
  const below = max === null ? 0 : compare('number', number, max)
  return above !== null && above >= 0 && below !== null && below <= 0
}
