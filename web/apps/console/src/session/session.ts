import { computed, ref } from 'vue'
import { api, onSignedOut, unwrap } from '@/api/client'
import { Refusal } from '@/api/problem'
import type { Schemas } from '@/api/description'

export type Me = Schemas['organisation.Me']
export type Permission = Me['permissions'][number]

const me = ref<Me | null>(null)
const asked = ref(false)

/** Who is signed in; asks the platform once, at the start. Somebody unknown (401) is null, everything else is a refusal. */
async function restore(): Promise<Me | null> {
  if (asked.value) return me.value
  try {
    me.value = await unwrap(api.GET('/api/session'))
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.problem.status !== 401) throw thrown
    me.value = null
  }
  asked.value = true
  return me.value
}

/** `code` is that of the second step, where the account has one. */
async function login(name: string, password: string, code: string | null = null): Promise<void> {
  me.value = await unwrap(api.POST('/api/session', { body: { login: name, password, code } }))
  asked.value = true
}

/** `code` of the own second step, after the identity provider has vouched; tells where to go. */
async function loginByCode(code: string): Promise<string> {
  const { next } = await unwrap(api.POST('/api/oidc/code', { body: { code } }))
  asked.value = false
  await restore()
  return next
}

/** The address where the session at the identity provider ends, for whoever came by it. */
async function logout(): Promise<string | null> {
  const { address } = await unwrap(api.DELETE('/api/session'))
  me.value = null
  return address ?? null
}

/** The platform ended the session because of something this page did: nobody is signed in any more. */
function forgetMe(): void {
  me.value = null
}

/** True when one of the permissions is held, or none is asked for. */
export function holds(held: readonly Permission[], asks: Permission | Permission[] | undefined): boolean {
  if (asks === undefined) return true
  return [asks].flat().some((permission) => held.includes(permission))
}

/** The session ended on the platform's side; `react` takes the user to the login page. */
export function whenSignedOut(react: () => void): void {
  onSignedOut(() => {
    if (me.value === null) return
    me.value = null
    react()
  })
}

export function useSession() {
  return {
    me: computed(() => me.value),
    permissions: computed(() => me.value?.permissions ?? []),
    may: (asks: Permission | Permission[] | undefined) => holds(me.value?.permissions ?? [], asks),
    restore,
    login,
    loginByCode,
    logout,
    forgetMe,
  }
}
