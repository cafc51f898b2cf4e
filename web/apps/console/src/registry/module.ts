import { Avatar, OfficeBuilding, School } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const targets = 'TARGETS_VIEW'
const inspectors = 'INSPECTORS_VIEW'
const above = 'registry.targets'

const module: ConsoleModule = {
  routes: [
    {
      path: 'targets',
      name: 'registry.targets',
      component: () => import('./TargetsPage.vue'),
      meta: { title: 'registry.targets', permission: targets },
    },
    {
      path: 'targets/new',
      name: 'registry.newTarget',
      component: () => import('./TargetFormPage.vue'),
      meta: { title: 'registry.newTarget', permission: 'TARGETS_EDIT', parent: above },
    },
    {
      path: 'targets/registers',
      name: 'registry.registers',
      component: () => import('./RegistersPage.vue'),
      meta: { title: 'registry.register.title', permission: targets, parent: above },
    },
    {
      path: 'duplicates',
      name: 'registry.duplicates',
      component: () => import('./DuplicatesPage.vue'),
      meta: { title: 'registry.duplicate.title', permission: targets, parent: above },
    },
    {
      path: 'targets/:id/beside/:otherId',
      name: 'registry.compare',
      component: () => import('./ComparePage.vue'),
      props: true,
      meta: { title: 'registry.merger.title', permission: targets, parent: 'registry.duplicates' },
    },
    {
      path: 'targets/:id',
      name: 'registry.target',
      component: () => import('./TargetPage.vue'),
      props: true,
      meta: { title: 'registry.target', permission: targets, parent: above },
    },
    {
      path: 'targets/:id/edit',
      name: 'registry.editTarget',
      component: () => import('./TargetFormPage.vue'),
      props: true,
      meta: { title: 'registry.command.change', permission: 'TARGETS_EDIT', parent: above },
    },
    {
      path: 'inspectors',
      name: 'registry.inspectors',
      component: () => import('./InspectorsPage.vue'),
      meta: { title: 'registry.inspectors', permission: inspectors },
    },
    {
      path: 'inspectors/:id',
      name: 'registry.inspector',
      component: () => import('./InspectorPage.vue'),
      props: true,
      meta: { title: 'registry.inspectors', permission: inspectors, parent: 'registry.inspectors' },
    },
    {
      path: 'experts',
      name: 'registry.experts',
      component: () => import('./ExpertsPage.vue'),
      meta: { title: 'registry.experts', permission: inspectors },
    },
  ],
  menu: [
    {
      group: 'prepare',
      order: 30,
      label: 'registry.targets',
      route: 'registry.targets',
      icon: OfficeBuilding,
      permission: targets,
    },
    {
      group: 'prepare',
      order: 40,
      label: 'registry.inspectors',
      route: 'registry.inspectors',
      icon: Avatar,
      permission: inspectors,
    },
    {
      group: 'prepare',
      order: 45,
      label: 'registry.experts',
      route: 'registry.experts',
      icon: School,
      permission: inspectors,
    },
  ],
}

export default module
