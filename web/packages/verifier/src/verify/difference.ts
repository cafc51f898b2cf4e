import type { Json, JsonObject } from '../json/json.ts'
import { same } from '../json/json.ts'
import { say, type Key, type Say } from '../text/say.ts'
import { text } from '../json/jcs.ts'

const SHOWN = 100

/** The first place where two JSON values differ. */
export interface Difference {
  readonly path: string
  readonly kind: 'value' | 'length'
  /** What stands in a file. */
  readonly stands: string
  /** What was computed, or stands elsewhere. */
  readonly computed: string
}

/** The message of a verifier. */
export const differs = ({ path, kind, stands, computed }: Difference): Say =>
  say(`differs.${kind}` satisfies Key, path, stands, computed)

/** The first difference, if there is one, between what stands in a file and what was computed. */
export function firstDifference(path: string, stands: Json, computed: Json): Difference | undefined {
  if (stands instanceof Map && computed instanceof Map) return members(path, stands, computed)
  if (Array.isArray(stands) && Array.isArray(computed)) return items(path, stands, computed)
  return same(stands, computed) ? undefined : valuesAt(path, stands, computed)
}

function items(path: string, stands: Json[], computed: Json[]): Difference | undefined {
  for (let i = 0; i < Math.min(stands.length, computed.length); i++) {
    const here = firstDifference(`${path}[${i}]`, stands[i], computed[i])
    if (here) return here
  }
  return stands.length === computed.length
    ? undefined
    : { path, kind: 'length', stands: String(stands.length), computed: String(computed.length) }
}

function members(path: string, stands: JsonObject, computed: JsonObject): Difference | undefined {
  for (const key of [...new Set([...stands.keys(), ...computed.keys()])].sort()) {
    const at = `${path}.${key}`
    const a = stands.get(key)
    const b = computed.get(key)
    const here = a === undefined || b === undefined ? valuesAt(at, a, b) : firstDifference(at, a, b)
    if (here) return here
  }
  return undefined
}

const valuesAt = (path: string, stands: Json | undefined, computed: Json | undefined): Difference => ({
  path,
  kind: 'value',
  stands: show(stands),
  computed: show(computed),
})

function show(value: Json | undefined): string {
  const shown = value === undefined ? '–' : text(value)
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown
}
