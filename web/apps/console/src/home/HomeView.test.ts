import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import HomeView from './HomeView.vue'
import { dueByDay, type Todo } from './todo'

const today = '2026-11-21'
const todo = (id: string, due?: string, more: Partial<Todo> = {}): Todo => ({
  kind: 'review-result',
  provisional: false,
  ref: `R-${id}`,
  title: `事项${id}`,
  due,
  link: `/tasks/${id}`,
  ...more,
})
const todos = [
  todo('1', '2026-12-01'),
  todo('2', '2026-11-19'),
  todo('3', undefined, { due: null }),
  todo('4', '2026-11-24', { kind: 'unheard-of' }),
  todo('5', '2026-11-22'),
]
const home = (props: Record<string, unknown> = {}) =>
  mount(HomeView, { props: { name: '林晓', department: '示例局', today, todos, ...props } })
const titles = (view: ReturnType<typeof home>) => view.findAll('.what a').map((link) => link.text())

describe('HomeView', () => {
  it('puts the most urgent first and counts what is overdue and near', () => {
    const view = home()
    expect(view.findAll('h3').map((head) => head.text())).toEqual([
      '已逾期 1',
      '三天内到期 2',
      '之后到期 1',
      '无期限 1',
    ])
    expect(titles(view)).toEqual(['事项2', '事项5', '事项4', '事项1', '事项3'])
    expect(view.findAll('.counts dd').map((count) => count.text())).toEqual(['1', '2', '5'])
  })

  it('leads to the place of each to-do', () => {
    expect(home().get('.what a').attributes('href')).toBe('/tasks/2')
  })

  it('names a kind by its verb, and has a word for one it does not know', () => {
    expect(
      home()
        .findAll('.kind')
        .map((kind) => kind.text()),
    ).toEqual(['审核', '审核', '办理', '审核', '审核'])
  })

  it('shows one day on request, and all again', async () => {
    const view = home()
    await view.get('[aria-label="2026-12-01 到期 1 项"]').trigger('click')
    expect(titles(view)).toEqual(['事项1'])
    await view.get('[aria-pressed=true]').trigger('click')
    expect(titles(view)).toHaveLength(5)
  })

  it('is calm when there is nothing to do', () => {
    const view = home({ todos: [] })
    expect(view.text()).toContain('没有待办事项')
    expect(view.find('.days').exists()).toBe(false)
  })

  it('does not say that nothing is to do when it could not ask', () => {
    const view = home({ todos: null, problem: { type: 'x', title: '读不了', status: 500 } })
    expect(view.text()).toContain('读不了')
    expect(view.text()).not.toContain('没有待办事项')
  })

  it('counts two weeks from today', () => {
    const days = dueByDay(todos, today)
    expect(days).toHaveLength(14)
    expect(days.filter((day) => day.count > 0).map((day) => day.day)).toEqual([
      '2026-11-22',
      '2026-11-24',
      '2026-12-01',
    ])
  })
})
