import { holds, type Permission } from '@/session/session'
import { menuGroups, type MenuGroup, type MenuItem } from './module'

export interface MenuSection {
  group: MenuGroup
  items: MenuItem[]
}

/** The items a person may use in an authority of this kind, by group and order; groups without any are left out. */
export function menuFor(items: MenuItem[], permissions: readonly Permission[], kind?: string): MenuSection[] {
  const open = items.filter(
    (item) => holds(permissions, item.permission) && (item.kind === undefined || item.kind === kind),
  )
  return menuGroups
    .map((group) => ({
      group,
      items: open.filter((item) => item.group === group).sort((a, b) => a.order - b.order),
    }))
    .filter((section) => section.items.length > 0)
}
