import { Calendar } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const permission = 'CALENDAR_VIEW'

const module: ConsoleModule = {
  routes: [
    {
      path: 'calendar',
      name: 'calendar.year',
      component: () => import('./CalendarPage.vue'),
      meta: { title: 'calendar.title', permission },
    },
  ],
  menu: [
    {
      group: 'manage',
      order: 30,
      label: 'calendar.title',
      route: 'calendar.year',
      icon: Calendar,
      permission,
    },
  ],
}

export default module
