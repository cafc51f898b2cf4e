import { Medal } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const view = 'CREDIT_VIEW'
const rules = 'POLICY_VIEW'
const above = 'credit.scorecards'

const module: ConsoleModule = {
  routes: [
    {
      path: 'credit',
      name: 'credit.scorecards',
      component: () => import('./ScorecardsPage.vue'),
      meta: { title: 'credit.title', permission: rules },
    },
    {
      path: 'credit/scorecards/:id',
      name: 'credit.scorecard',
      component: () => import('./ScorecardPage.vue'),
      props: true,
      meta: { title: 'credit.scorecard', permission: rules, parent: above },
    },
    {
      path: 'credit/lists',
      name: 'credit.lists',
      component: () => import('./ListsPage.vue'),
      meta: { title: 'credit.lists', permission: view, parent: above },
    },
    {
      path: 'credit/warnings',
      name: 'credit.warnings',
      component: () => import('./WarningsPage.vue'),
      meta: { title: 'credit.warnings', permission: view, parent: above },
    },
    {
      path: 'credit/evaluation',
      name: 'credit.evaluation',
      component: () => import('./EvaluationPage.vue'),
      meta: { title: 'credit.evaluation', permission: view, parent: above },
    },
    {
      path: 'credit/targets/:id',
      name: 'credit.card',
      component: () => import('./CardPage.vue'),
      props: true,
      meta: { title: 'credit.card', permission: view, parent: above },
    },
  ],
  menu: [
    {
      group: 'prepare',
      order: 35,
      label: 'credit.title',
      route: 'credit.scorecards',
      icon: Medal,
      permission: rules,
    },
  ],
}

export default module
