import { Notebook } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const permission = 'PLAN_VIEW'
const parent = 'planning.plans'

const module: ConsoleModule = {
  routes: [
    {
      path: 'plans',
      name: 'planning.plans',
      component: () => import('./PlansPage.vue'),
      meta: { title: 'planning.title', permission },
    },
    {
      path: 'plans/:id',
      name: 'planning.plan',
      component: () => import('./PlanPage.vue'),
      props: true,
      meta: { title: 'planning.title', permission, parent },
    },
    {
      path: 'plans/:id/edit',
      name: 'planning.edit',
      component: () => import('./PlanFormPage.vue'),
      props: true,
      meta: { title: 'planning.command.change-draft', permission: 'PLAN_EDIT', parent },
    },
  ],
  menu: [
    {
      group: 'prepare',
      order: 20,
      label: 'planning.title',
      route: 'planning.plans',
      icon: Notebook,
      permission,
    },
  ],
}

export default module
