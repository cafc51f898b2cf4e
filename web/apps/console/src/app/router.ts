import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteLocationRaw,
} from 'vue-router'
import { useSession, whenSignedOut, type Permission } from '@/session/session'
import AppShell from './AppShell.vue'
import { forgetPageTitle } from './crumbs'
import { modules } from './module'
import NotFoundPage from './NotFoundPage.vue'

const routes = modules.flatMap((module) => module.routes)

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  routes: [
    ...routes.filter((route) => route.meta?.outside || route.meta?.bare),
    {
      path: '/',
      component: AppShell,
      meta: { title: 'shared.product' },
      children: [
        ...routes.filter((route) => !route.meta?.outside && !route.meta?.bare),
        { path: ':rest(.*)*', component: NotFoundPage, meta: { title: 'app.notFound.title' } },
      ],
    },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
})

/** What bars everything else, and the page that lifts it; the first that holds. */
const BARS = [
  { bar: 'PASSWORD_DUE', page: 'organisation.password' },
  { bar: 'SECOND_FACTOR_DUE', page: 'organisation.factor' },
] as const

/**
 * Who is not signed in goes to the login page and comes back to where they wanted to go; whose password somebody else set
 * changes it first, and who must have a second step of the sign-in sets it up first.
 */
export function gate(
  to: RouteLocationNormalized,
  signedIn: boolean,
  permissions: readonly Permission[] = [],
): RouteLocationRaw | true {
  const barred = BARS.find(({ bar }) => permissions.includes(bar))
  if (signedIn && barred) return to.name === barred.page ? true : { name: barred.page }
  if (to.meta.outside) return signedIn ? { path: '/' } : true
  if (signedIn) return true
  return { name: 'session.login', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
}

router.beforeEach(async (to) => {
  const me = await useSession().restore()
  return gate(to, me !== null, me?.permissions)
})
router.afterEach((to, from) => {
  if (to.path !== from.path) forgetPageTitle()
})

// After an upgrade the old pieces are gone from the server: the page is fetched anew, with the new ones.
router.onError((thrown: unknown, to) => {
  if (thrown instanceof TypeError && /module/i.test(thrown.message))
    window.location.assign(router.resolve(to).href)
})

whenSignedOut(() => {
  const next = router.currentRoute.value.fullPath
  void router.push({ name: 'session.login', query: { next, ended: '' } })
})
