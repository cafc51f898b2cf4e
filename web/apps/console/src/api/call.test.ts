import { afterEach, describe, expect, it, vi } from 'vitest'
import { read, write } from './call'
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
    expect(await read('/api/plans/coverage', { kinds: ['enterprise', 'product'], tags: undefined })).toEqual({
      pool: 3,
    })
    expect(new URL(sent().url).search).toBe('?kinds=enterprise&kinds=product')
  })

  it('write with a key, and with the version where there is one', async () => {
    const sent = answer({})
    await write('/api/items/7/submit', { reason: 'x' }, 'k1', 4)
    expect(sent().headers.get('Idempotency-Key')).toBe('k1')
    expect(sent().headers.get('If-Match')).toBe('"4"')
    expect(await sent().json()).toEqual({ reason: 'x' })
  })

  it('send a file as a form', async () => {
    const sent = answer({})
    const form = new FormData()
    form.append('kind', 'targets')
    await write('/api/imports', form, 'k2')
    expect(sent().headers.get('Content-Type')).toContain('multipart/form-data; boundary=')
    expect(sent().headers.get('If-Match')).toBeNull()
  })

  it('throw a refusal with what the platform says', async () => {
    answer({ title: '编号已被使用', status: 409 }, 409)
    await expect(write('/api/items', {}, 'k')).rejects.toBeInstanceOf(Refusal)
  })
})
