import { read, write } from '@/api/call'
import { listParameters, type ListQuery, type ListResult } from '@/api/list'

export interface NamedId {
  id: string
  name: string
}
export interface Person {
  id: string
  name: string
  login: string
  department: NamedId
  /** Wire names, e.g. `section-officer`. */
  roles: string[]
  active: boolean
  locked: boolean
  version: number
}
export interface PersonDetail extends Person {
  allowedCommands: string[]
}
export interface Department {
  id: string
  parentId?: string | null
  name: string
  kind: string
  functions: string[]
  sort: number
  people: number
  version: number
}
export interface Administrator {
  name: string
  login: string
  password: string
}
export interface SetUpOrder {
  code: string
  authority: { name: string; kind: string; region: string; profileId: string }
  systemAdministrator: Administrator
  securityAdministrator: Administrator
  auditAdministrator: Administrator
}
export type DepartmentForm = Pick<Department, 'name' | 'functions' | 'sort'>

export const pagePeople = (query: ListQuery, signal: AbortSignal) =>
  read<ListResult<Person>>('/api/people', listParameters(query), signal)
export const getPerson = (id: string, signal: AbortSignal) =>
  read<PersonDetail>(`/api/people/${id}`, {}, signal)
export const addPerson = (person: unknown, key: string) => write<PersonDetail>('/api/people', person, key)
export const listDepartments = (signal?: AbortSignal) => read<Department[]>('/api/departments', {}, signal)
export const addDepartment = (form: DepartmentForm & { parentId: string }, key: string) =>
  write<Department>('/api/departments', form, key)
export const changeDepartment = (old: Department, form: DepartmentForm, key: string) =>
  write<Department>(`/api/departments/${old.id}/change`, form, key, old.version)
export const setUpNeeded = async (signal?: AbortSignal) =>
  (await read<{ needed: boolean }>('/api/setup', {}, signal)).needed
export const setUp = (order: SetUpOrder, key: string) => write<undefined>('/api/setup', order, key)
export const changePassword = (form: { oldPassword: string; newPassword: string }, key: string) =>
  write<undefined>('/api/session/password', form, key)
