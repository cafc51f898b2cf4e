import { Odometer } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const permission = 'CATALOG_VIEW'

const module: ConsoleModule = {
  routes: [
    {
      path: 'ceilings',
      name: 'burden.ceilings',
      component: () => import('./CeilingsPage.vue'),
      meta: { title: 'burden.title', permission },
    },
  ],
  menu: [
    {
      group: 'prepare',
      order: 15,
      label: 'burden.title',
      route: 'burden.ceilings',
      icon: Odometer,
      permission,
    },
  ],
}

export default module
