import { HomeFilled } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const module: ConsoleModule = {
  routes: [
    { path: '', name: 'home', component: () => import('./HomePage.vue'), meta: { title: 'home.title' } },
  ],
  menu: [{ group: 'work', order: 0, label: 'home.title', route: 'home', icon: HomeFilled }],
}

export default module
