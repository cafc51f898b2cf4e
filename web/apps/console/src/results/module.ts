import { DocumentChecked, Memo } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const permission = 'VISIT_VIEW'
const module: ConsoleModule = {
  routes: [
    {
      path: 'reports',
      name: 'results.reports',
      component: () => import('./ReportsPage.vue'),
      meta: { title: 'results.reports', permission },
    },
    {
      path: 'reports/:id',
      name: 'results.report',
      component: () => import('./ReportPage.vue'),
      props: true,
      meta: { title: 'results.report', permission, parent: 'results.reports' },
    },
    {
      path: 'results',
      name: 'results.results',
      component: () => import('./ResultsPage.vue'),
      meta: { title: 'results.results', permission },
    },
    {
      path: 'results/:id',
      name: 'results.result',
      component: () => import('./ResultPage.vue'),
      props: true,
      meta: { title: 'results.result', permission, parent: 'results.results' },
    },
  ],
  menu: [
    { group: 'work', order: 40, label: 'results.reports', route: 'results.reports', icon: Memo, permission },
    {
      group: 'work',
      order: 50,
      label: 'results.results',
      route: 'results.results',
      icon: DocumentChecked,
      permission,
    },
  ],
}

export default module
