import { ref, watchEffect, type WatchSource } from 'vue'
import type { RouteLocationNormalizedLoaded, Router } from 'vue-router'

export interface Crumb {
  /** Key of the text, or the text itself when `literal`. */
  text: string
  literal?: boolean
  to?: { name: string }
}

const ownTitle = ref<string>()

/** Lets a page name its own thing in the breadcrumb and the window title, e.g. a task's number. */
export function usePageTitle(title: WatchSource<string | undefined>): void {
  watchEffect(() => (ownTitle.value = typeof title === 'function' ? title() : title.value))
}

export function forgetPageTitle(): void {
  ownTitle.value = undefined
}

/** The pages above the present one, as its routes name them, then itself. */
export function crumbsOf(route: RouteLocationNormalizedLoaded, router: Pick<Router, 'getRoutes'>): Crumb[] {
  const all = router.getRoutes()
  const above: Crumb[] = []
  let name = route.meta.parent
  while (name) {
    const parent = all.find((one) => one.name === name)
    if (!parent || above.some((crumb) => crumb.to?.name === name)) break
    above.unshift({ text: parent.meta.title, to: { name } })
    name = parent.meta.parent
  }
  if (!route.meta.title) return above
  const self = ownTitle.value ? { text: ownTitle.value, literal: true } : { text: route.meta.title }
  return [...above, self]
}
