/** What a list is asked for. Filters are the query parameters beside page, size, sort and q. */
export interface ListQuery {
  page: number
  size: number
  /** Server names, `-` in front for descending. */
  sort: string[]
  q: string
  filters: Record<string, string | string[]>
}

export interface ListResult<Row> {
  items: Row[]
  total: number
  /** False: the count was cut off, there are at least `total`. */
  totalExact: boolean
  page: number
  size: number
}

export const firstPage: Readonly<ListQuery> = { page: 1, size: 20, sort: [], q: '', filters: {} }

/** As query parameters of the platform; what is empty is left out. */
export function listParameters(query: ListQuery): Record<string, string | number | string[]> {
  const parameters: Record<string, string | number | string[]> = { page: query.page, size: query.size }
  if (query.sort.length > 0) parameters.sort = query.sort.join(',')
  if (query.q.trim() !== '') parameters.q = query.q.trim()
  for (const [name, value] of Object.entries(query.filters)) {
    if (value.length > 0) parameters[name] = value
  }
  return parameters
}
