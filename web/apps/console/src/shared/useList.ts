import { onScopeDispose, reactive, watch } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import { firstPage, type ListQuery, type ListResult } from '@/api/list'
import { isAbort, problemOf, type Problem } from '@/api/problem'
import { locale } from '@/i18n'

export interface ListState<Row> {
  query: ListQuery
  result: ListResult<Row> | null
  loading: boolean
  problem: Problem | null
}

const one = (value: LocationQuery[string] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

/** Reads a list's question from the address, so that a filtered list can be bookmarked and sent on. */
export function queryFromAddress(address: LocationQuery, defaults: Partial<ListQuery> = {}): ListQuery {
  const { page, size, sort, q, ...rest } = address
  const filters: ListQuery['filters'] = { ...defaults.filters }
  for (const [name, value] of Object.entries(rest)) {
    if (value === null) continue
    filters[name] = Array.isArray(value) ? value.filter((part): part is string => part !== null) : value
  }
  const count = (text: string, otherwise: number) => {
    const number = Number.parseInt(text, 10)
    return number > 0 ? number : otherwise
  }
  return {
    page: count(one(page), 1),
    size: count(one(size), defaults.size ?? firstPage.size),
    sort: one(sort) ? one(sort).split(',') : (defaults.sort ?? []),
    q: one(q),
    filters,
  }
}

export function addressFromQuery(query: ListQuery): Record<string, string | string[]> {
  const address: Record<string, string | string[]> = {}
  if (query.page > 1) address.page = String(query.page)
  if (query.size !== firstPage.size) address.size = String(query.size)
  if (query.sort.length > 0) address.sort = query.sort.join(',')
  if (query.q) address.q = query.q
  for (const [name, value] of Object.entries(query.filters)) if (value.length > 0) address[name] = value
  return address
}

/**
 * A page's list: what is asked stands in the address, what is answered in `state`.
 * Only the answer to the latest question counts. A change of language asks again, because the platform's texts change with it.
 */
export function useList<Row>(
  load: (query: ListQuery, signal: AbortSignal) => Promise<ListResult<Row>>,
  defaults: Partial<ListQuery> = {},
) {
  const route = useRoute()
  const router = useRouter()
  const state = reactive({
    query: queryFromAddress(route.query, defaults),
    result: null,
    loading: true,
    problem: null,
  }) as ListState<Row>
  let running = new AbortController()

  async function reload(): Promise<void> {
    running.abort()
    const mine = (running = new AbortController())
    state.loading = true
    try {
      const result = await load(state.query, mine.signal)
      if (mine !== running) return
      state.result = result
      state.problem = null
    } catch (thrown) {
      if (mine !== running || isAbort(thrown)) return
      state.problem = problemOf(thrown)
    } finally {
      if (mine === running) state.loading = false
    }
  }

  function ask(query: ListQuery): void {
    state.query = query
    void router.replace({ query: addressFromQuery(query) })
    void reload()
  }

  watch(locale, () => void reload())
  onScopeDispose(() => running.abort())
  void reload()
  return { state, ask, reload }
}
