import type { Schemas } from './description'

/** What the platform says when it refuses (RFC 9457, with Sunlot's own members). */
export type Problem = Schemas['kernel.ProblemResponse']
/** A wrong value, by row and field. */
export type RowError = Schemas['kernel.FieldError']

/** Types of problems that the browser itself finds; their texts are in `shared/messages.ts`. */
export const UNREACHABLE = 'urn:sunlot:console:unreachable'
export const UNREADABLE = 'urn:sunlot:console:unreadable'

/** A refused call. Pages catch it and hand `problem` to a view. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'Refusal'
  }
}

/** Reads a failed answer; whatever came instead of a problem document becomes one. */
export function asProblem(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'title' in body) {
    return { type: 'about:blank', status, ...(body as { title: string }) }
  }
  return { type: UNREADABLE, title: '', status }
}

/** The problem in anything that was thrown. Errors of the program itself are thrown on. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Refusal) return thrown.problem
  throw thrown
}

export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}
