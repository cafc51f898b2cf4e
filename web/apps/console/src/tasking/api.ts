import { read, readPage, sendCommand, write, type CommandHeaders } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'
import type { SentCommand } from '@/shared/detail/command'

export type TaskRow = Schemas['tasking.TaskListRow']
export type Task = Schemas['tasking.TaskDetail']
export type ItemRef = Schemas['tasking.ItemView']
export type TargetFilter = Schemas['registry.TargetFilter']
export type PoolRow = Schemas['tasking.PoolRow']
export type Job = Schemas['kernel.JobView']
export type VisitRow = Schemas['tasking.VisitListRow']
export type Visit = Schemas['tasking.VisitDetail']
export type Member = Schemas['tasking.MemberView']
export type ItemToPick = Schemas['tasking.Choice']
export type Savings = Schemas['tasking.SavingsView']
export type StaffingChange = Schemas['tasking.ChangeView']

/** A line of an approved plan, with its plan. */
export type PlanLine = Pick<
  Schemas['planning.LineView'],
  'id' | 'title' | 'from' | 'to' | 'ratesBp' | 'executing' | 'arrangement'
> & {
  items: Pick<Schemas['planning.ItemRef'], 'id' | 'code' | 'name'>[]
  planNumber: string
  planTitle: string
}
/** An item that may be inspected today; `id` is that of its version. */
export type ItemChoice = Pick<Schemas['catalog.ItemRow'], 'id' | 'code' | 'name'>
export type InspectorChoice = Pick<Schemas['registry.InspectorRow'], 'id' | 'name' | 'licenceNumber'>
export type FromLine = Schemas['tasking.OpenFromLine']
export type OutsidePlan = Schemas['tasking.OpenOutsidePlan']

const MANY = 100

export const listTasks = (query: ListQuery, signal: AbortSignal) => readPage('/api/tasks', query, signal)
export const getTask = (id: string, signal: AbortSignal) => read('/api/tasks/{id}', { path: { id }, signal })
export const openFromLine = (body: FromLine, key: string) => write('/api/tasks', { body, key })
export const openOutsidePlan = (body: OutsidePlan, key: string) =>
  write('/api/tasks/outside-plan', { body, key })
export const getPoolPlan = (id: string, signal: AbortSignal) =>
  read('/api/tasks/{id}/pool-plan', { path: { id }, signal })
export const listPool = (id: string, query: ListQuery, signal: AbortSignal) =>
  readPage('/api/tasks/{id}/pool', query, signal, { id })
export const listVisits = (query: ListQuery, signal: AbortSignal) => readPage('/api/visits', query, signal)
export const listVisitsOf = async (task: string, signal?: AbortSignal) =>
  (await read('/api/visits', { query: { task, size: MANY }, signal })).items
/** Departments that may be invited to the reader's tasks. */
export const listSameLevel = (signal?: AbortSignal) => read('/api/tasks/same-level', { signal })
export const listSectionsBeside = (signal?: AbortSignal) => read('/api/tasks/sections-beside', { signal })
export const listItemsToPick = async (id: string, signal?: AbortSignal) =>
  (await read('/api/invitations/{id}/items', { path: { id }, signal })).items
/** Visits that merging has saved: this year, or in the tasks of these lines of a plan. */
export const readSavings = (signal?: AbortSignal, line?: string[]) =>
  read('/api/tasks/savings', { query: { line }, signal })

const joint = {
  'accept-invitation': '/api/invitations/{id}/accept-invitation',
  'refuse-invitation': '/api/invitations/{id}/refuse-invitation',
  'withdraw-invitation': '/api/invitations/{id}/withdraw-invitation',
  'receive-list': '/api/hand-downs/{id}/receive-list',
} as const

/** A command of a task, or of an invitation or a part of its list, which says whose it is and what was seen of it. */
export function sendTaskCommand(id: string, { name, values }: SentCommand, headers: CommandHeaders) {
  const { of, seen, ...body } = values
  if (!(name in joint)) return sendCommand('/api/tasks/{id}', id, name, values, headers)
  const path = joint[name as keyof typeof joint]
  return write(path, {
    path: { id: String(of) },
    body: body as never,
    key: headers.key,
    version: Number(seen),
  })
}
export const getVisit = (id: string, signal?: AbortSignal) =>
  read('/api/visits/{id}', { path: { id }, signal })
export const showContact = (id: string, reason: string, key: string) =>
  write('/api/visits/{id}/show-contact', { path: { id }, body: { reason }, key })
export const approveChange = (
  { id, version }: StaffingChange,
  body: Schemas['tasking.Approval'],
  key: string,
) => write('/api/staffing-changes/{id}/approve', { path: { id }, body, key, version })
export const refuseChange = (
  { id, version }: StaffingChange,
  body: Schemas['tasking.Refusal'],
  key: string,
) => write('/api/staffing-changes/{id}/refuse', { path: { id }, body, key, version })
