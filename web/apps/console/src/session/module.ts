import type { ConsoleModule } from '@/app/module'

const module: ConsoleModule = {
  routes: [
    {
      path: '/login',
      name: 'session.login',
      component: () => import('./LoginPage.vue'),
      meta: { title: 'session.title', outside: true },
    },
  ],
}

export default module
