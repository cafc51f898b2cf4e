import type { components, paths } from './schema'

/** Types read off the description of the API (`schema.d.ts`): nothing here exists at run time. */
export type Schemas = components['schemas']
export type NamedId = Schemas['kernel.NamedId']

type Method = 'get' | 'post'

/** Addresses that can be read (`get`) or written to (`post`). */
export type PathFor<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: object }> ? P : never
}[keyof paths]

type OperationOf<P extends keyof paths, M extends Method> = paths[P][M]

type Parameters<O> = O extends { parameters: infer All }
  ? Pick<All, Extract<'path' | 'query', keyof All>>
  : never

type Content<Carrier> = Carrier extends { content: infer C }
  ? C extends { 'application/json': infer Body }
    ? Body
    : undefined
  : undefined

/** What a good answer holds. */
export type Answer<P extends keyof paths, M extends Method> =
  OperationOf<P, M> extends { responses: infer All }
    ? { [Status in keyof All]: Status extends 200 | 201 | 204 ? Content<All[Status]> : never }[keyof All]
    : never

/** What is asked with a GET: parameters of the path and of the query. */
export type Asked<P extends PathFor<'get'>> = Parameters<OperationOf<P, 'get'>>
export type QueryOf<P extends PathFor<'get'>> = NonNullable<Asked<P>['query']>
/** Query parameters by which a list is narrowed. */
export type FilterOf<P extends PathFor<'get'>> = Exclude<
  Extract<keyof QueryOf<P>, string>,
  'page' | 'size' | 'sort' | 'q'
>

/** What a POST carries. Files go as a form. */
export type BodyOf<P extends PathFor<'post'>> =
  OperationOf<P, 'post'> extends { requestBody?: infer Sent }
    ? [NonNullable<Sent>] extends [never]
      ? undefined
      : NonNullable<Sent> extends { content: { 'multipart/form-data': object } }
        ? FormData
        : Content<NonNullable<Sent>>
    : undefined

type Versioned<O> = O extends { parameters: { header: { 'If-Match': string } } }
  ? { version: number }
  : { version?: undefined }
type Bodied<Body> = undefined extends Body ? { body?: undefined } : { body: Body }

/** What is sent with a POST; `version`, where the platform wants one, is the one that the user was looking at. */
export type Sent<P extends PathFor<'post'>> = Parameters<OperationOf<P, 'post'>> &
  Bodied<BodyOf<P>> &
  Versioned<OperationOf<P, 'post'>>

type Commands<T extends string> =
  PathFor<'post'> extends infer P
    ? P extends `${T}/${infer Name}`
      ? Name extends `${string}/${string}`
        ? never
        : Name
      : never
    : never

/** Things that have commands: `/api/plans/{id}` has `/api/plans/{id}/approve`. */
export type Thing = {
  [P in PathFor<'get'>]: P extends `${string}{id}${string}`
    ? [Commands<P>] extends [never]
      ? never
      : P
    : never
}[PathFor<'get'>]
export type CommandOf<T extends Thing> = Commands<T>
/** Members of the body of a thing's command. */
export type MemberOf<T extends Thing, C extends CommandOf<T>> = `${T}/${C}` extends infer P extends
  PathFor<'post'>
  ? Extract<keyof BodyOf<P>, string>
  : never
