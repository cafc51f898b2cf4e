import { Connection, DocumentAdd } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const permission = 'PLAN_VIEW'
const parent = 'jointplans.proposals'

const module: ConsoleModule = {
  routes: [
    {
      path: 'proposals',
      name: 'jointplans.proposals',
      component: () => import('./ProposalsPage.vue'),
      meta: { title: 'jointplans.title', permission },
    },
    {
      path: 'proposals/new',
      name: 'jointplans.new',
      component: () => import('./ProposalFormPage.vue'),
      meta: { title: 'jointplans.new', permission: 'PLAN_EDIT', parent },
    },
    {
      path: 'proposals/:id',
      name: 'jointplans.proposal',
      component: () => import('./ProposalPage.vue'),
      props: true,
      meta: { title: 'jointplans.one', permission, parent },
    },
    {
      path: 'proposals/:id/edit',
      name: 'jointplans.edit',
      component: () => import('./ProposalFormPage.vue'),
      props: true,
      meta: { title: 'jointplans.edit', permission: 'PLAN_EDIT', parent },
    },
    {
      path: 'joint-plans/:year?',
      name: 'jointplans.year',
      component: () => import('./JointYearPage.vue'),
      props: true,
      meta: { title: 'jointplans.year.title', permission },
    },
  ],
  menu: [
    {
      group: 'prepare',
      order: 22,
      label: 'jointplans.title',
      route: 'jointplans.proposals',
      icon: DocumentAdd,
      permission,
      kind: 'city',
    },
    {
      group: 'prepare',
      order: 23,
      label: 'jointplans.year.title',
      route: 'jointplans.year',
      icon: Connection,
      permission,
      kind: 'city',
    },
  ],
}

export default module
