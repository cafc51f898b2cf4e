import { Connection, Link, MapLocation, OfficeBuilding, User } from '@element-plus/icons-vue'
import type { ConsoleModule } from '@/app/module'

const permission = 'ORGANISATION_VIEW'

const module: ConsoleModule = {
  routes: [
    {
      path: '/setup',
      name: 'organisation.setup',
      component: () => import('./SetUpPage.vue'),
      meta: { title: 'organisation.setUp', outside: true },
    },
    {
      path: 'password',
      name: 'organisation.password',
      component: () => import('./PasswordPage.vue'),
      meta: { title: 'organisation.changePassword' },
    },
    {
      path: 'second-factor',
      name: 'organisation.factor',
      component: () => import('./SecondFactorPage.vue'),
      meta: { title: 'organisation.factor.title' },
    },
    {
      path: 'sessions',
      name: 'organisation.sessions',
      component: () => import('./SessionsPage.vue'),
      meta: { title: 'organisation.sessions.own' },
    },
    {
      path: 'people',
      name: 'organisation.people',
      component: () => import('./PeoplePage.vue'),
      meta: { title: 'organisation.people', permission },
    },
    {
      path: 'people/:id',
      name: 'organisation.person',
      component: () => import('./PersonPage.vue'),
      props: true,
      meta: { title: 'organisation.people', permission, parent: 'organisation.people' },
    },
    {
      path: 'departments',
      name: 'organisation.departments',
      component: () => import('./DepartmentsPage.vue'),
      meta: { title: 'organisation.departments', permission },
    },
    {
      path: 'posts',
      name: 'organisation.posts',
      component: () => import('./PostsPage.vue'),
      meta: { title: 'organisation.post.own' },
    },
    {
      path: 'conferences',
      name: 'organisation.conferences',
      component: () => import('./ConferencesPage.vue'),
      meta: { title: 'organisation.conference.title', permission },
    },
    {
      path: 'conferences/:region',
      name: 'organisation.conference',
      component: () => import('./ConferencePage.vue'),
      props: true,
      meta: {
        title: 'organisation.conference.title',
        permission: 'ORGANISATION_EDIT',
        parent: 'organisation.conferences',
      },
    },
    {
      path: 'townships',
      name: 'organisation.townships',
      component: () => import('./TownshipsPage.vue'),
      meta: { title: 'organisation.town.title', permission },
    },
    {
      path: 'clients',
      name: 'organisation.clients',
      component: () => import('./ApiClientsPage.vue'),
      meta: { title: 'organisation.clients.title', permission: 'API_CLIENTS_MANAGE' },
    },
  ],
  menu: [
    {
      group: 'manage',
      order: 10,
      label: 'organisation.people',
      route: 'organisation.people',
      icon: User,
      permission,
    },
    {
      group: 'manage',
      order: 20,
      label: 'organisation.departments',
      route: 'organisation.departments',
      icon: OfficeBuilding,
      permission,
    },
    {
      group: 'manage',
      order: 22,
      label: 'organisation.conference.title',
      route: 'organisation.conferences',
      icon: Connection,
      permission,
      kind: 'city',
    },
    {
      group: 'manage',
      order: 24,
      label: 'organisation.town.title',
      route: 'organisation.townships',
      icon: MapLocation,
      permission,
    },
    {
      group: 'manage',
      order: 25,
      label: 'organisation.clients.title',
      route: 'organisation.clients',
      icon: Link,
      permission: 'API_CLIENTS_MANAGE',
    },
  ],
}

export default module
