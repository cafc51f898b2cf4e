import createClient, { type Middleware } from 'openapi-fetch'
import { locale } from '@/i18n'
import { asProblem, isAbort, Refusal, UNREACHABLE } from './problem'
import type { paths } from './schema'

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => globalThis.fetch(request),
})

let whenSignedOut: () => void = () => undefined

/** Called once by the session: what to do when the platform no longer knows who we are. */
export function onSignedOut(react: () => void): void {
  whenSignedOut = react
}

export function csrfToken(): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='))
  return found && decodeURIComponent(found.slice('XSRF-TOKEN='.length))
}

const conventions: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', locale.value)
    const token = request.method === 'GET' ? undefined : csrfToken()
    if (token) request.headers.set('X-XSRF-TOKEN', token)
    return request
  },
  onResponse({ request, response }) {
    if (response.status === 401 && !new URL(request.url).pathname.endsWith('/api/session')) whenSignedOut()
  },
}

api.use(conventions)

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a good answer; a bad one, or none, is thrown as a Refusal. */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch (thrown) {
    if (isAbort(thrown) || !(thrown instanceof TypeError)) throw thrown
    throw new Refusal({ type: UNREACHABLE, title: '', status: 0 })
  }
  if (!answer.response.ok) throw new Refusal(asProblem(answer.error, answer.response.status))
  return answer.data as T
}
