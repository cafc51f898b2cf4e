import { Stamp } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const permission = 'AUDIT_VIEW'

const module: ConsoleModule = {
  routes: [
    {
      path: 'audit',
      name: 'audit.entries',
      component: () => import('./EntriesPage.vue'),
      meta: { title: 'audit.entries', permission },
    },
    {
      path: 'audit/:id',
      name: 'audit.entry',
      component: () => import('./EntryPage.vue'),
      props: true,
      meta: { title: 'audit.entry', permission, parent: 'audit.entries' },
    },
  ],
  menu: [
    {
      group: 'supervise',
      order: 90,
      label: 'audit.entries',
      route: 'audit.entries',
      icon: Stamp,
      permission,
    },
  ],
}

export default module
