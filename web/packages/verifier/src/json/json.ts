/** A value of canonical JSON: text, integer below 2^53, truth value, array, object. No floats, no null (section 1). */
export type Json = string | number | boolean | Json[] | JsonObject

/** Members in byte order of their ASCII keys. */
export type JsonObject = Map<string, Json>

/** First integer that is too large. */
export const LIMIT = 2 ** 53

/** An object of these members, put in order. */
export const object = (members: Record<string, Json>): JsonObject =>
  new Map(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Whether two values are the same. */
export function same(a: Json, b: Json): boolean {
  if (a instanceof Map) {
    return b instanceof Map && a.size === b.size && [...a].every(([key, value]) => sameOr(value, b.get(key)))
  }
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]))
  }
  return a === b
}

const sameOr = (a: Json, b: Json | undefined): boolean => b !== undefined && same(a, b)
