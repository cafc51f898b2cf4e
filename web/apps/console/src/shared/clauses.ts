import { computed, inject, provide, reactive, toValue, type InjectionKey, type MaybeRefOrGetter } from 'vue'
import { read } from '@/api/call'
import type { Schemas } from '@/api/description'
import { locale } from '@/i18n'

export type Cited = Schemas['policy.CitedClause']
type ProfileClauses = Schemas['policy.ProfileClauses']

/** Rules that bind: those of a department today, or a version that a case has frozen. */
export interface Binding {
  profileId: string
  profileVersion?: string
}

type Source = () => Binding | null | undefined

const KEY: InjectionKey<Source> = Symbol('rules')
/** Name of a rule, or of one value of it: `plan`, `joint-tasks.hand-down`. Ids of clauses have capitals. */
const RULE = /^[a-z]/

const known = reactive(new Map<string, ProfileClauses | null>())

const keyOf = ({ profileId, profileVersion = '' }: Binding) =>
  `${locale.value} ${profileId} ${profileVersion}`

async function load(binding: Binding): Promise<void> {
  const key = keyOf(binding)
  if (known.has(key)) return
  known.set(key, null)
  try {
    const query = { version: binding.profileVersion }
    known.set(key, await read('/api/profiles/{id}/clauses', { path: { id: binding.profileId }, query }))
  } catch {
    // A chip is an aside: without its words the page still says what it has to say, and nothing is asked again.
  }
}

/** Says which rules bind what is shown below. */
export function provideRules(source: Source): void {
  const above = inject(KEY, undefined)
  provide(KEY, () => source() ?? above?.())
}

/** Clauses in words; names of rules become the clauses on which the rules that bind rest them. */
export function useClauses(asked: MaybeRefOrGetter<string | string[]>) {
  const source = inject(KEY, undefined)
  return computed<{ id: string; cited?: Cited }[]>(() => {
    const binding = source?.()
    if (binding) void load(binding)
    const clauses = binding ? known.get(keyOf(binding)) : null
    const ids = [toValue(asked)]
      .flat()
      .flatMap((one) =>
        RULE.test(one) ? (clauses?.rules.find((rule) => rule.rule === one)?.clauses ?? []) : [one],
      )
    return [...new Set(ids)].map((id) => ({ id, cited: clauses?.cited.find((one) => one.clause === id) }))
  })
}
