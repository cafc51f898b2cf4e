import { UploadFilled } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'
import type { Permission } from '@/session/session'

const permission: Permission[] = ['TARGETS_IMPORT', 'INSPECTORS_IMPORT', 'CREDIT_EDIT']

const module: ConsoleModule = {
  routes: [
    {
      path: 'imports',
      name: 'imports.list',
      component: () => import('./ImportsPage.vue'),
      meta: { title: 'imports.title', permission },
    },
    {
      path: 'imports/new',
      name: 'imports.new',
      component: () => import('./UploadPage.vue'),
      meta: { title: 'imports.new', permission, parent: 'imports.list' },
    },
    {
      path: 'imports/:id',
      name: 'imports.one',
      component: () => import('./ImportPage.vue'),
      props: true,
      meta: { title: 'imports.title', permission, parent: 'imports.list' },
    },
  ],
  menu: [
    {
      group: 'prepare',
      order: 50,
      label: 'imports.title',
      route: 'imports.list',
      icon: UploadFilled,
      permission,
    },
  ],
}

export default module
