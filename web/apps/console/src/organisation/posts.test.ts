import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { PersonDetail, Post, PostChoice } from './api'
import PersonView from './PersonView.vue'
import PostCard from './PostCard.vue'
import PostsView from './PostsView.vue'
import { city, post } from './sample'

const today = '2026-11-29'
const further = post('p2', {
  department: { id: '3', name: '市应急管理局' },
  title: '联席会议联络员',
  main: false,
  from: '2026-11-01',
  until: '2027-06-30',
  roles: ['conference-office'],
})
const deputies: Post['deputies'] = [
  {
    id: 'd1',
    deputy: { id: '9', name: '张明远' },
    from: '2026-11-29',
    until: '2026-12-11',
    reason: '赴省局培训',
    inForce: true,
  },
]
const person: PersonDetail = {
  id: '7',
  name: '王芳',
  login: 'wangfang',
  department: { id: '4', name: '信用监管科' },
  roles: ['section-officer'],
  posts: [post('p1'), further],
  active: true,
  locked: false,
  secondFactor: false,
  identityBound: false,
  version: 3,
  allowedCommands: [],
}
const sent = (view: ReturnType<typeof mount>) =>
  view.emitted<[{ name: string; values: Record<string, unknown> }]>('command')?.map(([one]) => one)
const confirm = async () => {
  await flushPromises()
  document.querySelector<HTMLElement>('.el-dialog .el-button--primary')?.click()
  await flushPromises()
}

describe('PostCard', () => {
  const card = (one: Post, more = {}) =>
    mount(PostCard, { props: { post: one, department: '市市场监督管理局 · 信用监管科', today, ...more } })

  it('says where, as what, which days, with which roles and who stands in', () => {
    const text = card({ ...further, deputies }).text()
    for (const word of [
      '联席会议联络员',
      '兼岗',
      '2026-11-01 至 2027-06-30',
      '联席会议办公室',
      '张明远',
      '代理中',
      '赴省局培训',
    ])
      expect(text).toContain(word)
    expect(card(post('p1')).text()).toContain('自 2024-03-01')
    expect(card(post('p1', { roles: [] })).text()).toContain('尚未分配角色')
  })

  it('says that a post is over, or not yet one', () => {
    expect(card({ ...further, inForce: false, until: '2026-11-20' }).text()).toContain('已结束')
    expect(card({ ...further, inForce: false, from: '2026-12-01' }).text()).toContain('尚未开始')
  })

  it('offers what the platform allows and nothing else', () => {
    const names = (allowedCommands: string[], only?: string[]) =>
      card({ ...further, deputies, allowedCommands }, { only })
        .findAll('[data-command]')
        .map((button) => button.attributes('data-command'))
    expect(names([])).toEqual([])
    expect(names(['end', 'assign-roles'])).toEqual(['end', 'assign-roles'])
    expect(names(['end', 'delegate'], ['delegate'])).toEqual(['end-delegation', 'delegate'])
  })
})

describe('posts on the page of a person', () => {
  const page = (detail: PersonDetail) =>
    mount(PersonView, { props: { person: detail, departments: city, today }, attachTo: document.body })

  it('are named with the department that a section belongs to', () => {
    const view = page(person)
    expect(view.findAll('h3').map((head) => head.text())).toEqual([
      '市市场监督管理局 · 信用监管科 主岗',
      '市应急管理局 联席会议联络员兼岗',
    ])
    view.unmount()
  })

  it('get roles of their own, asked for once where person and post both allow it', async () => {
    const view = page({
      ...person,
      posts: person.posts.map((one) => ({ ...one, allowedCommands: ['assign-roles'] })),
      allowedCommands: ['assign-roles', 'reset-password'],
    })
    expect(view.findAll('[data-command=assign-roles]')).toHaveLength(2)
    await view.get('[data-post=p2] [data-command=assign-roles]').trigger('click')
    await flushPromises()
    document.querySelector<HTMLInputElement>('.el-dialog input[value=auditor]')?.click()
    await confirm()
    expect(sent(view)).toMatchObject([
      { name: 'assign-roles', values: { postId: 'p2', roles: ['conference-office', 'auditor'] } },
    ])
    view.unmount()
  })

  it('are added with days, and end on a last day', async () => {
    const view = page({
      ...person,
      posts: [post('p1'), { ...further, allowedCommands: ['end'] }],
      allowedCommands: ['add-post'],
    })
    await view.get('[data-command=add-post]').trigger('click')
    await confirm()
    expect(document.querySelector('.el-dialog')?.textContent).toContain('请填写“所在部门”')
    expect(sent(view)).toBeUndefined()
    view.unmount()
    document.body.innerHTML = ''
    const ending = { ...further, allowedCommands: ['end'], open: 3 }
    const other = page({ ...person, posts: [post('p1'), ending] })
    await other.get('[data-command=end]').trigger('click')
    await flushPromises()
    expect(document.querySelector('.el-dialog')?.textContent).toContain('名下还有 3 件待办事项')
    await confirm()
    expect(sent(other)).toMatchObject([{ name: 'end', values: { postId: 'p2', until: today } }])
    other.unmount()
  })
})

describe('one’s own posts', () => {
  const choices: PostChoice[] = [
    { id: 'p1', department: { id: '4', name: '信用监管科' }, title: '', current: true },
    { id: 'p2', department: { id: '3', name: '市应急管理局' }, title: '联席会议联络员', current: false },
    { id: 'p9', department: { id: '5', name: '法规科' }, title: '科长', holder: '孙文静', current: false },
  ]
  const page = (more = {}) =>
    mount(PostsView, {
      props: {
        posts: [
          post('p1', { allowedCommands: ['delegate'] }),
          { ...further, deputies, allowedCommands: ['end', 'delegate'] },
        ],
        colleagues: { p1: [{ id: '9', name: '张明远' }] },
        choices,
        today,
        ...more,
      },
      attachTo: document.body,
    })

  it('say in which one acts, and lead to the others and to those of colleagues who are away', async () => {
    const view = page()
    expect(view.get('[data-post=p1]').text()).toContain('当前岗位')
    expect(view.get('.others').text()).toContain('孙文静 法规科 科长')
    await view
      .findAll('button')
      .find((button) => button.text() === '切换到此岗位')
      ?.trigger('click')
    await view.get('.others button').trigger('click')
    expect(view.emitted('take')).toEqual([['p2'], ['p9']])
    view.unmount()
  })

  it('are given to a deputy with days and a reason, and taken back', async () => {
    const view = page()
    expect(view.find('[data-command=end]').exists()).toBe(false)
    await view.get('[data-post=p1] [data-command=delegate]').trigger('click')
    await confirm()
    for (const field of ['代理人', '结束日期', '原因'])
      expect(document.querySelector('.el-dialog')?.textContent).toContain(`请填写“${field}”`)
    expect(sent(view)).toBeUndefined()
    view.unmount()
    document.body.innerHTML = ''
    const other = page()
    await other.get('[data-command=end-delegation]').trigger('click')
    await confirm()
    expect(sent(other)).toMatchObject([{ name: 'end-delegation', values: { delegationId: 'd1' } }])
    other.unmount()
  })

  it('say that there is nobody to stand in for', () => {
    const view = page({ choices: choices.slice(0, 1) })
    expect(view.get('.others').text()).toContain('今天没有需要您代理的岗位')
    view.unmount()
  })
})
