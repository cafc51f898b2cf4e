import type { Schemas } from '@/api/description'
import { addDays, daysBetween } from '@/shared/time'

export type Todo = Schemas['kernel.Todo']

export const SOON_DAYS = 3
export const HORIZON_DAYS = 14

export type TodoGroup = 'overdue' | 'soon' | 'later' | 'open'
const order: TodoGroup[] = ['overdue', 'soon', 'later', 'open']

export function groupOf(todo: Todo, today: string): TodoGroup {
  if (!todo.due) return 'open'
  const left = daysBetween(today, todo.due)
  if (left < 0) return 'overdue'
  return left <= SOON_DAYS ? 'soon' : 'later'
}

/** What is most urgent comes first; within a group the nearest day. */
export function grouped(todos: readonly Todo[], today: string): { group: TodoGroup; todos: Todo[] }[] {
  return order
    .map((group) => ({
      group,
      todos: todos
        .filter((todo) => groupOf(todo, today) === group)
        .sort((a, b) => (a.due ?? '').localeCompare(b.due ?? '')),
    }))
    .filter((part) => part.todos.length > 0)
}

/** How many are due on each of the coming days, today first. */
export function dueByDay(todos: readonly Todo[], today: string): { day: string; count: number }[] {
  return Array.from({ length: HORIZON_DAYS }, (_, index) => {
    const day = addDays(today, index)
    return { day, count: todos.filter((todo) => todo.due === day).length }
  })
}
