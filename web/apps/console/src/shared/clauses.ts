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

type Load = (binding: Binding) => Promise<ProfileClauses>

const KEY: InjectionKey<{ source: Source; load: Load }> = Symbol('rules')
/** Name of a rule, or of one value of it: `plan`, `joint-tasks.hand-down`. Ids of clauses have capitals. */
const RULE = /^[a-z]/

const known = reactive(new Map<string, ProfileClauses | null>())

const keyOf = ({ profileId, profileVersion = '' }: Binding) =>
  `${locale.value} ${profileId} ${profileVersion}`

const fromPlatform: Load = ({ profileId, profileVersion }) =>
  read('/api/profiles/{id}/clauses', { path: { id: profileId }, query: { version: profileVersion } })

async function learn(binding: Binding, load: Load): Promise<void> {
  const key = keyOf(binding)
  if (known.has(key)) return
  known.set(key, null)
  try {
    known.set(key, await load(binding))
  } catch {
    // A chip is an aside: without its words the page still says what it has to say, and nothing is asked again.
  }
}

/** Says which rules bind what is shown below; what they rest on is asked of the platform. */
export function provideRules(source: Source, load: Load = fromPlatform): void {
  const above = inject(KEY, undefined)
  provide(KEY, { source: () => source() ?? above?.source(), load })
}

/** Clauses in words; names of rules become the clauses on which the rules that bind rest them. */
export function useClauses(asked: MaybeRefOrGetter<string | string[]>) {
  const rules = inject(KEY, undefined)
  return computed<{ id: string; cited?: Cited }[]>(() => {
    const binding = rules?.source()
    if (rules && binding) void learn(binding, rules.load)
    const clauses = binding ? known.get(keyOf(binding)) : null
    const ids = [toValue(asked)]
      .flat()
      .flatMap((one) =>
        RULE.test(one) ? (clauses?.rules.find((rule) => rule.rule === one)?.clauses ?? []) : [one],
      )
    return [...new Set(ids)].map((id) => ({ id, cited: clauses?.cited.find((one) => one.clause === id) }))
  })
}
