import { api, unwrap } from './client'
import type { Answer, Asked, PathFor, Sent, Thing } from './description'
import { listParameters, type ListQuery } from './list'

interface Received {
  data?: unknown
  error?: unknown
  response: Response
}
/** The client as it is at run time; the functions below check what goes in and comes out. */
type Untyped = (path: string, init: Record<string, unknown>) => Promise<Received>
const get = api.GET as unknown as Untyped
const post = api.POST as unknown as Untyped

/** Reads `path`, with what the description of the API asks for. */
export function read<P extends PathFor<'get'>>(
  path: P,
  { signal, ...params }: Asked<P> & { signal?: AbortSignal },
): Promise<Answer<P, 'get'>> {
  return unwrap(get(path, { params, signal })) as Promise<Answer<P, 'get'>>
}

/** Reads one page of a list; `of` is the path's own parameters. */
export function readPage<P extends PathFor<'get'>>(
  path: P,
  query: ListQuery,
  signal?: AbortSignal,
  ...[of]: undefined extends Asked<P>['path'] ? [] : [of: Asked<P>['path']]
): Promise<Answer<P, 'get'>> {
  const params = { query: listParameters(query), path: of }
  return unwrap(get(path, { params, signal })) as Promise<Answer<P, 'get'>>
}

/**
 * Writes to `path` once per key.
 * A `FormData` goes as it is, so that the browser writes the boundary; anything else as JSON.
 */
export function write<P extends PathFor<'post'>>(
  path: P,
  sent: Sent<P> & { key: string },
): Promise<Answer<P, 'post'>> {
  const { key, version, body, ...params } = sent
  const headers: Record<string, string> = { 'Idempotency-Key': key }
  if (version !== undefined) headers['If-Match'] = `"${version}"`
  return unwrap(post(path, { params, headers, body: body ?? {} })) as Promise<Answer<P, 'post'>>
}

export interface CommandHeaders {
  /** Made once when the form was opened, so that sending twice does the thing once. */
  key: string
  /** The version the user was looking at; another one in the store is answered with 412. */
  version: number
  /** Parameters of the query, where the thing has several parts. */
  query?: Record<string, string | undefined>
}

/**
 * `POST <thing>/<command>`: every command of every module has this form and answers with the fresh detail. Which
 * commands there are, the detail says; what they are sent with, the view's `CommandsOf<thing>`.
 */
export function sendCommand<T extends Thing>(
  thing: T,
  id: string,
  command: string,
  body: unknown,
  { key, version, query }: CommandHeaders,
): Promise<Answer<T, 'get'>> {
  return unwrap(
    post(`${thing}/{command}`, {
      params: { path: { id, command }, query },
      headers: { 'Idempotency-Key': key, 'If-Match': `"${version}"` },
      body: body ?? {},
    }),
  ) as Promise<Answer<T, 'get'>>
}

/** The address of a file, for a link. */
export function addressOf<P extends PathFor<'get'>>(
  path: P,
  ...[of]: undefined extends Asked<P>['path'] ? [] : [of: Asked<P>['path']]
): string {
  const given: Record<string, unknown> = { ...(of as object | undefined) }
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name])))
}
