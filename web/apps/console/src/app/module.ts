import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Permission } from '@/session/session'

/** Groups of the side menu, in this order. */
export const menuGroups = ['work', 'prepare', 'supervise', 'manage'] as const
export type MenuGroup = (typeof menuGroups)[number]

export interface MenuItem {
  group: MenuGroup
  /** Smaller stands higher within the group. */
  order: number
  /** Key of the text. */
  label: string
  /** Name of the route. */
  route: string
  icon: Component
  /** One of these is needed; without it the item is not shown. */
  permission?: Permission | Permission[]
  /** Only for authorities of this kind, as `city`. */
  kind?: string
}

/** What a folder adds to the console. `module.ts` of each folder exports one by default. */
export interface ConsoleModule {
  routes: RouteRecordRaw[]
  menu?: MenuItem[]
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name, for breadcrumb and window title. */
    title: string
    /** One of these is needed, otherwise the forbidden page appears in its place. */
    permission?: Permission | Permission[]
    /** Name of the page above, for the breadcrumb. */
    parent?: string
    /** Stands without the shell, for people who are not signed in. */
    outside?: boolean
    /** Fills the window without the shell, for people who are signed in. */
    bare?: boolean
  }
}

const files = import.meta.glob<ConsoleModule>(['../*/module.ts', '!../app/module.ts'], {
  eager: true,
  import: 'default',
})

export const modules: ConsoleModule[] = Object.values(files)
