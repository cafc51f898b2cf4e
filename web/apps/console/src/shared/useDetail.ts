import { onScopeDispose, reactive, watch, type Ref } from 'vue'
import type { CommandHeaders } from '@/api/call'
import { isAbort, problemOf, type Problem } from '@/api/problem'
import { locale } from '@/i18n'
import type { SentCommand } from './detail/command'
import { sayDone, unsayDone } from './done'

export interface Versioned {
  version: number
  allowedCommands: string[]
}

export interface DetailState<Detail> {
  detail: Detail | null
  loading: boolean
  /** Why the thing itself could not be read. */
  problem: Problem | null
  /** The command on its way. */
  busy: string | null
  /** Why the last command was refused. */
  refused: Problem | null
  /** Somebody else changed the thing in the meantime (412). */
  clash: boolean
}

const CLASH = 412

/** A page's one thing: reads it, sends commands with version and key, and keeps the fresh detail that comes back. */
export function useDetail<Detail extends Versioned>(
  id: Ref<string>,
  load: (id: string, signal: AbortSignal) => Promise<Detail>,
  send: (id: string, command: SentCommand, headers: CommandHeaders) => Promise<Detail>,
) {
  const state = reactive({
    detail: null,
    loading: true,
    problem: null,
    busy: null,
    refused: null,
    clash: false,
  }) as DetailState<Detail>
  let running = new AbortController()

  async function reload(): Promise<void> {
    running.abort()
    const mine = (running = new AbortController())
    state.loading = true
    try {
      const detail = await load(id.value, mine.signal)
      if (mine !== running) return
      Object.assign(state, { detail, problem: null, refused: null, clash: false })
    } catch (thrown) {
      if (mine !== running || isAbort(thrown)) return
      state.problem = problemOf(thrown)
    } finally {
      if (mine === running) state.loading = false
    }
  }

  /** Reads it again quietly, as it may have gone on elsewhere; what is under way or refused here stays. */
  async function refresh(): Promise<void> {
    if (!state.detail || state.busy || state.loading || state.clash) return
    try {
      const fresh = await load(id.value, running.signal)
      if (state.busy || state.loading || fresh.version === state.detail.version) return
      state.detail = fresh
    } catch {
      // The next time; whoever acts meanwhile is told.
    }
  }

  async function command(sent: SentCommand): Promise<void> {
    if (!state.detail || state.busy) return
    state.busy = sent.name
    state.refused = null
    try {
      state.detail = await send(id.value, sent, { key: sent.key, version: state.detail.version })
      sayDone()
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (problem.status === CLASH) state.clash = true
      else state.refused = problem
    } finally {
      state.busy = null
    }
  }

  watch([id, locale], () => void reload())
  watch(
    () => state.refused ?? state.clash,
    (no) => no && unsayDone(),
  )
  onScopeDispose(() => running.abort())
  void reload()
  return {
    state,
    reload,
    refresh,
    command,
    forgive: () => (state.refused = null),
    keep: () => (state.clash = false),
  }
}
