import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CommandsOf } from '@/shared/detail/command'
import { addressOf, read, readPage, sendCommand, write } from './call'
import type { Schemas } from './description'
import { firstPage } from './list'
import { Refusal } from './problem'

function answer(body: unknown, status = 200) {
  const fetch = vi.fn<(request: Request) => Promise<Response>>(() =>
    Promise.resolve(new Response(JSON.stringify(body), { status })),
  )
  vi.stubGlobal('fetch', fetch)
  return () => {
    const request = fetch.mock.calls[0]?.[0]
    if (!request) throw new Error('nothing was sent')
    return request
  }
}

afterEach(() => vi.unstubAllGlobals())

describe('calls', () => {
  it('repeat a parameter that has several values and leave out one that has none', async () => {
    const sent = answer({ pool: 3 })
    expect(
      await read('/api/plans/coverage', { query: { kinds: ['enterprise', 'product'], tags: undefined } }),
    ).toEqual({
      pool: 3,
    })
    expect(new URL(sent().url).search).toBe('?kinds=enterprise&kinds=product')
  })

  it('write with a key, and with the version where there is one', async () => {
    const sent = answer({})
    await write('/api/items/{id}/new-version', {
      path: { id: '7/8' },
      body: { reason: 'x' },
      key: 'k1',
      version: 4,
    })
    expect(new URL(sent().url).pathname).toBe('/api/items/7%2F8/new-version')
    expect(sent().headers.get('Idempotency-Key')).toBe('k1')
    expect(sent().headers.get('If-Match')).toBe('"4"')
    expect(await sent().json()).toEqual({ reason: 'x' })
  })

  it('send a file as a form', async () => {
    const sent = answer({})
    const form = new FormData()
    form.append('file', new File(['x'], 'targets.xlsx'))
    await write('/api/imports', { query: { kind: 'targets' }, body: form, key: 'k2' })
    expect(new URL(sent().url).search).toBe('?kind=targets')
    expect(sent().headers.get('Content-Type')).toContain('multipart/form-data; boundary=')
    expect(sent().headers.get('If-Match')).toBeNull()
  })

  it('throw a refusal with what the platform says', async () => {
    answer({ title: '编号已被使用', status: 409 }, 409)
    await expect(
      write('/api/items/{id}/submit', { path: { id: '7' }, key: 'k', version: 1 }),
    ).rejects.toBeInstanceOf(Refusal)
  })

  it('send a command with its key and the version the user saw', async () => {
    const sent = answer({ version: 8 })
    const headers = { key: 'k-1', version: 7 }
    const fresh = await sendCommand('/api/plans/{id}', '12/3', 'approve', { note: 'ok' }, headers)
    expect(sent().url).toBe('http://localhost/api/plans/12%2F3/approve')
    expect(sent().headers.get('Idempotency-Key')).toBe('k-1')
    expect(sent().headers.get('If-Match')).toBe('"7"')
    expect(await sent().json()).toEqual({ note: 'ok' })
    expect(fresh).toEqual({ version: 8 })
  })

  it('ask for a page of a list with what is filled in', async () => {
    const sent = answer({ items: [] })
    await readPage(
      '/api/tasks/{id}/pool',
      { ...firstPage, q: ' 机械 ', filters: { excluded: 'all', stratum: '' } },
      undefined,
      {
        id: 't1',
      },
    )
    const { pathname, searchParams } = new URL(sent().url)
    expect(pathname).toBe('/api/tasks/t1/pool')
    expect(Object.fromEntries(searchParams)).toEqual({ page: '1', size: '20', q: '机械', excluded: 'all' })
  })

  it('name the address of a file', () => {
    expect(addressOf('/api/imports/{id}/errors', { id: 'a/b' })).toBe('/api/imports/a%2Fb/errors')
    expect(addressOf('/api/targets/export')).toBe('/api/targets/export')
  })
})

// Each of these is an error of the compiler; were one not, vue-tsc would call its comment needless.
export const refusedByTheCompiler = () => [
  // @ts-expect-error no such address
  read('/api/plan', {}),
  // @ts-expect-error the path needs an id
  read('/api/plans/{id}', {}),
  // @ts-expect-error no such parameter
  read('/api/calendar', { query: { years: 2026 } }),
  // @ts-expect-error only read, never written
  write('/api/targets/summary', { key: 'k' }),
  // @ts-expect-error a member is missing
  write('/api/setup', { body: { code: '' }, key: 'k' }),
  // @ts-expect-error a wrong name of a member
  write('/api/items/{id}/send-back', { path: { id: '1' }, body: { note: '' }, key: 'k', version: 1 }),
  // @ts-expect-error the version that the user saw is missing
  write('/api/items/{id}/submit', { path: { id: '1' }, key: 'k' }),
  // @ts-expect-error a result has no such command
  ((commands: CommandsOf<'/api/results/{id}'>) => commands)({ approve: {} }),
  // @ts-expect-error a state that a plan never has
  (plan: Schemas['planning.PlanRow']) => plan.state === 'open',
]
