import { api, unwrap } from '@/api/client'
import { read } from '@/api/call'
import type { Schemas } from '@/api/description'

export type SignInWays = Schemas['organisation.SignInWays']

export const getWays = (signal?: AbortSignal) => read('/api/session/ways', { signal })
/** Refused with the reason why the identity provider did not lead in, if it did not. */
export const getOutcome = (signal?: AbortSignal) => unwrap(api.GET('/api/oidc/outcome', { signal }))
