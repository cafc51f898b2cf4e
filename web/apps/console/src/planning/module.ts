import { Calendar, Notebook } from '@element-plus/icons-vue'
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
      path: 'plans/matrix',
      name: 'planning.matrix',
      component: () => import('./MatrixPage.vue'),
      meta: { title: 'planning.matrix.title', permission, parent },
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
      meta: {
        title: 'planning.command.change-draft',
        permission: ['PLAN_EDIT', 'PLAN_CONSOLIDATE'],
        parent,
      },
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
    {
      group: 'prepare',
      order: 21,
      label: 'planning.matrix.title',
      route: 'planning.matrix',
      icon: Calendar,
      permission,
    },
  ],
}

export default module
