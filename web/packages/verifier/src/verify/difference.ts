import type { Json, JsonObject } from '../json/json.ts'
import { same } from '../json/json.ts'
import { say, type Say } from '../text/say.ts'
import { text } from '../json/jcs.ts'

const SHOWN = 100

/** The first difference, if there is one, between what stands in a file and what was computed. */
export function firstDifference(path: string, stands: Json, computed: Json): Say | undefined {
  if (stands instanceof Map && computed instanceof Map) return members(path, stands, computed)
  if (Array.isArray(stands) && Array.isArray(computed)) return items(path, stands, computed)
  return same(stands, computed) ? undefined : differs(path, stands, computed)
}

function items(path: string, stands: Json[], computed: Json[]): Say | undefined {
  for (let i = 0; i < Math.min(stands.length, computed.length); i++) {
    const here = firstDifference(`${path}[${i}]`, stands[i], computed[i])
    if (here) return here
  }
  return stands.length === computed.length
    ? undefined
    : say('differs.length', path, stands.length, computed.length)
}

function members(path: string, stands: JsonObject, computed: JsonObject): Say | undefined {
  for (const key of [...new Set([...stands.keys(), ...computed.keys()])].sort()) {
    const at = `${path}.${key}`
    const a = stands.get(key)
    const b = computed.get(key)
    const here = a === undefined || b === undefined ? differs(at, a, b) : firstDifference(at, a, b)
    if (here) return here
  }
  return undefined
}

const differs = (path: string, stands: Json | undefined, computed: Json | undefined): Say =>
  say('differs.value', path, show(stands), show(computed))

function show(value: Json | undefined): string {
  const shown = value === undefined ? '–' : text(value)
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown
}
