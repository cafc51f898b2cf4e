import { Reading } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const permission = 'POLICY_VIEW'

const module: ConsoleModule = {
  routes: [
    {
      path: 'rules',
      name: 'policy.profiles',
      component: () => import('./ProfilesPage.vue'),
      meta: { title: 'policy.title', permission },
    },
    {
      path: 'rules/compare',
      name: 'policy.compare',
      component: () => import('./ComparePage.vue'),
      meta: { title: 'policy.compare.title', permission, parent: 'policy.profiles' },
    },
    {
      path: 'rules/:id',
      name: 'policy.profile',
      component: () => import('./ProfilePage.vue'),
      props: true,
      meta: { title: 'policy.title', permission, parent: 'policy.profiles' },
    },
  ],
  menu: [
    {
      group: 'supervise',
      order: 40,
      label: 'policy.title',
      route: 'policy.profiles',
      icon: Reading,
      permission,
    },
  ],
}

export default module
