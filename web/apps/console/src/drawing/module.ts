import { MagicStick } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const module: ConsoleModule = {
  routes: [
    {
      path: 'draws',
      name: 'drawing.draws',
      component: () => import('./DrawsPage.vue'),
      meta: { title: 'drawing.draws', permission: 'DRAW_VIEW' },
    },
    {
      path: 'draws/:id',
      name: 'drawing.draw',
      component: () => import('./DrawPage.vue'),
      props: true,
      meta: { title: 'drawing.draw', permission: 'DRAW_VIEW', parent: 'drawing.draws' },
    },
    {
      path: '/draws/:id/screen',
      name: 'drawing.screen',
      component: () => import('./ScreenPage.vue'),
      props: true,
      meta: { title: 'drawing.screen', permission: 'DRAW_VIEW', bare: true },
    },
  ],
  menu: [
    {
      group: 'work',
      order: 20,
      label: 'drawing.draws',
      route: 'drawing.draws',
      icon: MagicStick,
      permission: 'DRAW_VIEW',
    },
  ],
}

export default module
