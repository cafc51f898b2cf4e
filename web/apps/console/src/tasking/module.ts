import { AlarmClock, Location, Sort, Switch, Tickets } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const module: ConsoleModule = {
  routes: [
    {
      path: 'tasks',
      name: 'tasking.tasks',
      component: () => import('./TasksPage.vue'),
      meta: { title: 'tasking.tasks', permission: 'TASK_VIEW' },
    },
    {
      // From a plan's line: the list with the dialog open, the line already chosen.
      path: 'tasks/new',
      name: 'tasking.newTask',
      component: () => import('./TasksPage.vue'),
      props: (route) => ({ newFrom: String(route.query.line ?? '') }),
      meta: { title: 'tasking.tasks', permission: 'TASK_EDIT' },
    },
    {
      path: 'tasks/:id',
      name: 'tasking.task',
      component: () => import('./TaskPage.vue'),
      props: true,
      meta: { title: 'tasking.task', permission: 'TASK_VIEW', parent: 'tasking.tasks' },
    },
    {
      path: 'visits',
      name: 'tasking.visits',
      component: () => import('./VisitsPage.vue'),
      meta: { title: 'tasking.visits', permission: 'VISIT_VIEW' },
    },
    {
      path: 'staffing-changes',
      name: 'tasking.changes',
      component: () => import('./StaffingPage.vue'),
      meta: { title: 'tasking.teams.changes', permission: 'STAFFING_DECIDE' },
    },
    {
      path: 'schedule',
      name: 'tasking.schedule',
      component: () => import('./SchedulePage.vue'),
      meta: { title: 'tasking.teams.schedule', permission: 'VISIT_VIEW' },
    },
    {
      path: 'handovers',
      name: 'tasking.handovers',
      component: () => import('./HandoversPage.vue'),
      meta: { title: 'tasking.handover.title', permission: 'MATTERS_VIEW' },
    },
    {
      path: 'handovers/:id',
      name: 'tasking.handover',
      component: () => import('./HandoverPage.vue'),
      props: true,
      meta: { title: 'tasking.handover.title', permission: 'MATTERS_VIEW', parent: 'tasking.handovers' },
    },
    {
      path: 'visits/:id',
      name: 'tasking.visit',
      component: () => import('./VisitPage.vue'),
      props: true,
      meta: { title: 'tasking.visit', permission: 'VISIT_VIEW', parent: 'tasking.visits' },
    },
  ],
  menu: [
    {
      group: 'work',
      order: 10,
      label: 'tasking.tasks',
      route: 'tasking.tasks',
      icon: Tickets,
      permission: 'TASK_VIEW',
    },
    {
      group: 'work',
      order: 30,
      label: 'tasking.visits',
      route: 'tasking.visits',
      icon: Location,
      permission: 'VISIT_VIEW',
    },
    {
      group: 'work',
      order: 33,
      label: 'tasking.teams.changes',
      route: 'tasking.changes',
      icon: Switch,
      permission: 'STAFFING_DECIDE',
    },
    {
      group: 'work',
      order: 35,
      label: 'tasking.teams.schedule',
      route: 'tasking.schedule',
      icon: AlarmClock,
      permission: 'VISIT_VIEW',
    },
    {
      group: 'work',
      order: 37,
      label: 'tasking.handover.title',
      route: 'tasking.handovers',
      icon: Sort,
      permission: 'MATTERS_VIEW',
    },
  ],
}

export default module
