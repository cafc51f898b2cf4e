import type { ConsoleModule } from '@/app/module'

const module: ConsoleModule = {
  routes: [
    {
      path: 'visits/:id/record',
      name: 'fieldwork.record',
      component: () => import('./RecordPage.vue'),
      props: true,
      meta: { title: 'fieldwork.record', permission: 'VISIT_VIEW', parent: 'tasking.visits' },
    },
  ],
}

export default module
