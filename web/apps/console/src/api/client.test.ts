import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { locale } from '@/i18n'
import { api, onSignedOut, unwrap } from './client'
import { Refusal, UNREACHABLE, UNREADABLE } from './problem'

const asked: Request[] = []
let answer: () => Response

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(request)
    return Promise.resolve().then(answer)
  })
})
afterEach(() => {
  document.cookie = 'XSRF-TOKEN=; max-age=0'
})

const json = (status: number, body: unknown, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } })

const refusal = async (call: Promise<unknown>) => {
  const thrown: unknown = await call.catch((error: unknown) => error)
  if (!(thrown instanceof Refusal)) throw new Error(`not refused: ${String(thrown)}`)
  return thrown.problem
}

describe('client', () => {
  it('asks in the language of the screen', async () => {
    answer = () => json(200, { login: 'x' })
    locale.value = 'en'
    await unwrap(api.GET('/api/session'))
    expect(asked[0]?.headers.get('Accept-Language')).toBe('en')
  })

  it('returns the token of the cookie with writes, and only with writes', async () => {
    document.cookie = 'XSRF-TOKEN=abc%3D1'
    answer = () => json(200, {})
    await unwrap(api.GET('/api/session'))
    await unwrap(api.POST('/api/session', { body: { login: 'a', password: 'b' } }))
    expect(asked.map((request) => request.headers.get('X-XSRF-TOKEN'))).toEqual([null, 'abc=1'])
  })

  it('throws the platform’s problem as it is', async () => {
    answer = () => json(409, { title: 'no', status: 409, clauses: ['ZB-9'] }, 'application/problem+json')
    expect(await refusal(unwrap(api.GET('/api/todo')))).toMatchObject({
      title: 'no',
      status: 409,
      clauses: ['ZB-9'],
    })
  })

  it('names an answer that is no problem document', async () => {
    answer = () => new Response('<html>Bad Gateway</html>', { status: 502 })
    expect(await refusal(unwrap(api.GET('/api/todo')))).toMatchObject({ type: UNREADABLE, status: 502 })
  })

  it('names a server that cannot be reached', async () => {
    answer = () => {
      throw new TypeError('Failed to fetch')
    }
    expect(await refusal(unwrap(api.GET('/api/todo')))).toMatchObject({ type: UNREACHABLE })
  })

  it('tells when the session has ended, but not when a login is refused', async () => {
    const react = vi.fn()
    onSignedOut(react)
    answer = () => json(401, { title: 'who?', status: 401 })
    await refusal(unwrap(api.POST('/api/session', { body: { login: 'a', password: 'b' } })))
    expect(react).not.toHaveBeenCalled()
    await refusal(unwrap(api.GET('/api/todo')))
    expect(react).toHaveBeenCalledOnce()
  })
})
