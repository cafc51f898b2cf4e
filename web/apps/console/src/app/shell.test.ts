import { mount } from '@vue/test-utils'
import { List } from '@element-plus/icons-vue'
import type { RouteLocationNormalized, RouteLocationNormalizedLoaded } from 'vue-router'
import type { PostChoice } from '@/organisation/api'
import type { Me, Permission } from '@/session/session'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setNarrow } from '../../test/window'
import { crumbsOf, forgetPageTitle, usePageTitle } from './crumbs'
import { menuFor } from './menu'
import type { MenuItem } from './module'
import { gate } from './router'
import ShellView from './ShellView.vue'

const item = (route: string, group: MenuItem['group'], order: number, permission?: Permission): MenuItem => ({
  route,
  group,
  order,
  permission,
  label: 'home.title',
  icon: List,
})
const me: Me = {
  personId: '1',
  name: '林晓',
  login: 'linxiao',
  department: { id: '1', name: '示例局' },
  authority: { id: '1', name: '示例局', kind: 'bureau', profileId: 'base' },
  roles: ['SECTION_OFFICER'],
  permissions: [],
  passwordDue: false,
  secondFactorDue: false,
  demo: false,
}
const to = (fullPath: string, meta = {}) => ({ fullPath, meta }) as unknown as RouteLocationNormalized

describe('side menu', () => {
  it('holds only what the person may use, by group and order', () => {
    const items = [
      item('c', 'manage', 1, 'ROLES_ASSIGN'),
      item('b', 'work', 2),
      item('a', 'work', 1, 'PLAN_VIEW'),
      item('d', 'prepare', 1, 'PLAN_EDIT'),
    ]
    const sections = menuFor(items, ['PLAN_VIEW', 'ROLES_ASSIGN'])
    expect(sections.map((section) => [section.group, section.items.map((one) => one.route)])).toEqual([
      ['work', ['a', 'b']],
      ['manage', ['c']],
    ])
  })
})

describe('side menu of a city', () => {
  it('has what a single bureau has not', () => {
    const items = [{ ...item('conferences', 'manage', 1), kind: 'city' }]
    expect(menuFor(items, [], 'bureau')).toEqual([])
    expect(menuFor(items, [], 'city')).toHaveLength(1)
  })
})

describe('gate', () => {
  it('sends strangers to the login and remembers where they wanted to go', () => {
    expect(gate(to('/tasks?page=2'), false)).toEqual({
      name: 'session.login',
      query: { next: '/tasks?page=2' },
    })
    expect(gate(to('/'), false)).toEqual({ name: 'session.login', query: {} })
  })

  it('lets people in who are signed in, and past the login page', () => {
    expect(gate(to('/tasks'), true)).toBe(true)
    expect(gate(to('/login', { outside: true }), true)).toEqual({ path: '/' })
    expect(gate(to('/login', { outside: true }), false)).toBe(true)
  })

  it('leads to the password page, and nowhere else, while the password is due', () => {
    const password = { name: 'organisation.password' }
    expect(gate(to('/tasks'), true, ['PASSWORD_DUE'])).toEqual(password)
    expect(gate(to('/login', { outside: true }), true, ['PASSWORD_DUE'])).toEqual(password)
    expect(gate({ ...to('/password'), name: 'organisation.password' }, true, ['PASSWORD_DUE'])).toBe(true)
  })
})

describe('gate of a demanded second factor', () => {
  const factor = { name: 'organisation.factor' }

  it('leads to its page, after the password', () => {
    expect(gate(to('/tasks'), true, ['SECOND_FACTOR_DUE'])).toEqual(factor)
    expect(gate({ ...to('/second-factor'), ...factor }, true, ['SECOND_FACTOR_DUE'])).toBe(true)
    expect(gate(to('/tasks'), true, ['SECOND_FACTOR_DUE', 'PASSWORD_DUE'])).toEqual({
      name: 'organisation.password',
    })
  })
})

describe('breadcrumb', () => {
  beforeEach(forgetPageTitle)
  const routes = [
    { name: 'tasks', meta: { title: 'tasks.title', parent: 'home' } },
    { name: 'home', meta: { title: 'home.title' } },
  ]
  const router = { getRoutes: () => routes } as unknown as Parameters<typeof crumbsOf>[1]
  const here = { meta: { title: 'tasks.one', parent: 'tasks' } } as unknown as RouteLocationNormalizedLoaded

  it('names the pages above and this one', () => {
    expect(crumbsOf(here, router)).toEqual([
      { text: 'home.title', to: { name: 'home' } },
      { text: 'tasks.title', to: { name: 'tasks' } },
      { text: 'tasks.one' },
    ])
  })

  it('takes a page’s own title', () => {
    usePageTitle(() => 'T-2026-0001')
    expect(crumbsOf(here, router).at(-1)).toEqual({ text: 'T-2026-0001', literal: true })
  })
})

describe('ShellView', () => {
  const shell = (demo: boolean) =>
    mount(ShellView, {
      props: { me: { ...me, demo }, sections: menuFor([item('a', 'work', 1)], []), crumbs: [] },
    })

  it('names roles in the language of the screen, and an unknown one as it is', async () => {
    const view = mount(ShellView, {
      props: {
        me: { ...me, roles: ['SECTION_HEAD', 'STRANGE' as Me['roles'][number]] },
        sections: [],
        crumbs: [],
      },
      attachTo: document.body,
    })
    await view.get('.user').trigger('click')
    await vi.waitFor(() => expect(document.body.textContent).toContain('科室负责人、STRANGE'))
  })

  const posts: PostChoice[] = [
    { id: 'p1', department: { id: '1', name: '信用监管科' }, title: '', current: false },
    {
      id: 'p2',
      department: { id: '2', name: '市应急管理局' },
      title: '联络员',
      holder: '王芳',
      current: true,
    },
  ]
  const withPosts = (some: PostChoice[]) =>
    mount(ShellView, { props: { me, sections: [], crumbs: [], posts: some }, attachTo: document.body })

  it('says whom one stands in for, and leads back to the own post', async () => {
    const view = withPosts(posts)
    expect(view.get('.standing').text()).toContain('您正在代理王芳（市应急管理局 · 联络员）办理业务')
    await view.get('.standing button').trigger('click')
    expect(view.emitted('take')).toEqual([['p1']])
    const own = posts.map((one) => ({ ...one, current: !one.current }))
    expect(withPosts(own).find('.standing').exists()).toBe(false)
  })

  it('offers the posts in the user menu where there are several', async () => {
    const view = withPosts(posts)
    await view.get('.user').trigger('click')
    await vi.waitFor(() => expect(document.querySelector('[data-post=p1]')).not.toBeNull())
    expect(document.querySelector('[data-post=p2]')?.textContent).toContain('代理王芳')
    document.querySelector<HTMLElement>('[data-post=p1]')?.click()
    expect(view.emitted('take')).toEqual([['p1']])
    view.unmount()
    document.body.innerHTML = ''
    await withPosts(posts.slice(0, 1)).get('.user').trigger('click')
    await vi.waitFor(() => expect(document.body.textContent).toContain('我的岗位与代理'))
    expect(document.querySelector('[data-post]')).toBeNull()
  })

  it('says that a demo is a demo, and only then', () => {
    expect(shell(true).text()).toContain('演示环境')
    expect(shell(false).text()).not.toContain('演示环境')
  })

  it('hides the menu behind a button on a phone', async () => {
    setNarrow(true)
    const view = shell(false)
    expect(view.find('nav a.item').exists()).toBe(false)
    await view.get('[aria-label="打开菜单"]').trigger('click')
    expect(document.querySelector('.sl-menu-drawer nav')).not.toBeNull()
  })
})
