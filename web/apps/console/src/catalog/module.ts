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
      path: 'item-batches',
      name: 'catalog.batches',
      component: () => import('./BatchesPage.vue'),
      meta: { title: 'catalog.batch.title', permission, parent },
    },
    {
      path: 'item-batches/new',
      name: 'catalog.batchNew',
      component: () => import('./BatchFormPage.vue'),
      meta: { title: 'catalog.batch.new', permission: 'CATALOG_CONSOLIDATE', parent: 'catalog.batches' },
    },
    {
      path: 'item-batches/:id',
      name: 'catalog.batch',
      component: () => import('./BatchPage.vue'),
      props: true,
      meta: { title: 'catalog.batch.title', permission, parent: 'catalog.batches' },
    },
    {
      path: 'superior-lists',
      name: 'catalog.superiorLists',
      component: () => import('./SuperiorListsPage.vue'),
      meta: { title: 'catalog.superior.title', permission, parent },
    },
    {
      path: 'superior-lists/:id',
      name: 'catalog.superiorList',
      component: () => import('./SuperiorListPage.vue'),
      props: true,
      meta: { title: 'catalog.superior.title', permission, parent: 'catalog.superiorLists' },
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
