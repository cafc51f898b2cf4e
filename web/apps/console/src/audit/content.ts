/** What an entry's payload says, line by line, in the order of its keys. */
export interface Line {
  key: string
  value: string
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(' → ')
  if (value !== null && typeof value === 'object') {
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${words(one)}`)
      .join('; ')
  }
  return String(value)
}

/** Lines of canonical JSON. A list of two is what was and what is now. */
export function linesOf(payload: string): Line[] {
  const parsed: unknown = JSON.parse(payload)
  if (parsed === null || typeof parsed !== 'object') return []
  return Object.entries(parsed).map(([key, value]) => ({ key, value: words(value) }))
}

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))

/** Whether salt and payload give the hash; null where the browser cannot compute it (plain http). */
export async function holds(salt: string, payload: string, hash: string): Promise<boolean | null> {
  const subtle = globalThis.crypto?.subtle
  if (!subtle) return null
  const text = new TextEncoder().encode(payload)
  const salted = bytesOf(salt)
  const all = new Uint8Array(salted.length + text.length)
  all.set(salted)
  all.set(text, salted.length)
  const digest = new Uint8Array(await subtle.digest('SHA-256', all))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === hash
}
