import type { App } from 'vue'
import { ElMessage } from 'element-plus'
import { isAbort, Refusal } from '@/api/problem'
import { i18n } from '@/i18n'

/** What to tell the user about something that no page has caught; nothing for calls given up on purpose. */
export function lastWords(thrown: unknown): string | undefined {
  if (isAbort(thrown)) return undefined
  if (thrown instanceof Refusal && thrown.problem.title) return thrown.problem.title
  if (thrown instanceof Refusal) return i18n.global.t('shared.problem.unreachableTitle')
  return i18n.global.t('app.broken')
}

/** A failure that no page expected is at least never silent. */
export function installLastResort(app: App): void {
  const tell = (thrown: unknown) => {
    const message = lastWords(thrown)
    if (message) ElMessage.error({ message, grouping: true })
  }
  app.config.errorHandler = (thrown) => {
    tell(thrown)
    reportError(thrown)
  }
  window.addEventListener('unhandledrejection', (event) => tell(event.reason))
}
