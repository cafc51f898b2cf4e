/** The session calls, written by hand in the form of openapi-typescript until `npm run api` replaces this file. */
export interface components {
  schemas: {
    Me: {
      personId: string
      name: string
      login: string
      department: { id: string; name: string }
      authority: { id: string; name: string; kind: string; profileId: string }
      roles: string[]
      permissions: string[]
      demo: boolean
    }
    LoginRequest: { login: string; password: string }
    Todo: {
      kind: string
      title: string
      due?: string | null
      provisional: boolean
      link: string
      ref: string
    }
  }
}

type Schemas = components['schemas']
interface Json<T> {
  headers: Record<string, unknown>
  content: { 'application/json': T }
}
interface Refused {
  headers: Record<string, unknown>
  content: { 'application/problem+json': unknown }
}
interface NoParameters {
  query?: never
  header?: never
  path?: never
  cookie?: never
}
interface Get<T> {
  parameters: NoParameters
  requestBody?: never
  responses: { 200: Json<T>; default: Refused }
}

export interface paths {
  '/api/session': {
    parameters: NoParameters
    get: Get<Schemas['Me']>
    post: {
      parameters: NoParameters
      requestBody: { content: { 'application/json': Schemas['LoginRequest'] } }
      responses: { 200: Json<Schemas['Me']>; default: Refused }
    }
    delete: {
      parameters: NoParameters
      requestBody?: never
      responses: { 204: { headers: Record<string, unknown>; content?: never }; default: Refused }
    }
  }
  '/api/todo': {
    parameters: NoParameters
    get: Get<Schemas['Todo'][]>
  }
}
