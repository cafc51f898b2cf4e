/** The English texts must have exactly the keys of the Chinese ones; the compiler says so when they do not. */
export type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

export interface Messages {
  zh: Record<string, unknown>
  en: Record<string, unknown>
}

export function messages<T extends Record<string, unknown>>(zh: T, en: SameKeys<T>): Messages {
  return { zh, en }
}
