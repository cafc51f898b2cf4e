import { Tickets } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const permission = 'CATALOG_VIEW'
const parent = 'catalog.items'

const module: ConsoleModule = {
  routes: [
    {
      path: 'items',
      name: 'catalog.items',
      component: () => import('./ItemsPage.vue'),
      meta: { title: 'catalog.title', permission },
    },
    {
      path: 'items/new',
      name: 'catalog.new',
      component: () => import('./ItemFormPage.vue'),
      meta: { title: 'catalog.new', permission: 'CATALOG_EDIT', parent },
    },
    {
      path: 'items/:id',
      name: 'catalog.item',
      component: () => import('./ItemPage.vue'),
      props: true,
      meta: { title: 'catalog.title', permission, parent },
    },
    {
      path: 'items/:id/edit',
      name: 'catalog.edit',
      component: () => import('./ItemFormPage.vue'),
      props: true,
      meta: { title: 'catalog.edit', permission: 'CATALOG_EDIT', parent },
    },
    {
      path: 'items/:id/checklist',
      name: 'catalog.checklist',
      component: () => import('./ChecklistPage.vue'),
      props: true,
      meta: { title: 'catalog.checklistEdit', permission: 'CATALOG_EDIT', parent },
    },
  ],
  menu: [
    {
      group: 'prepare',
      order: 10,
      label: 'catalog.title',
      route: 'catalog.items',
      icon: Tickets,
      permission,
    },
  ],
}

export default module
