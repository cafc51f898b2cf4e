import { api, unwrap } from './client'

interface Answer {
  data?: unknown
  error?: unknown
  response: Response
}
type Untyped = (path: string, init: Record<string, unknown>) => Promise<Answer>

export type Query = Record<string, string | number | boolean | string[] | undefined>

/** Reads `path`; the caller names the shape of the answer. */
export function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const get = api.GET as unknown as Untyped
  return unwrap(get(path, { params: { query }, signal })) as Promise<T>
}

/**
 * Writes to `path` once per key; `version` is the one the user was looking at.
 * A `FormData` goes as it is, so that the browser writes the boundary; anything else as JSON.
 */
export function write<T>(path: string, body: unknown, key: string, version?: number): Promise<T> {
  const post = api.POST as unknown as Untyped
  const headers: Record<string, string> = { 'Idempotency-Key': key }
  if (version !== undefined) headers['If-Match'] = `"${version}"`
  return unwrap(post(path, { headers, body: body ?? {} })) as Promise<T>
}
