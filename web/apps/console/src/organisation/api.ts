import { read, readPage, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'

export type Person = Schemas['organisation.PersonRow']
export type PersonDetail = Schemas['organisation.PersonDetail']
export type NewPerson = Schemas['organisation.NewPerson']
export type Department = Schemas['organisation.DepartmentRow']
export type NewDepartment = Schemas['organisation.NewDepartment']
export type DepartmentForm = Schemas['organisation.DepartmentChange']
export type SetUpOrder = Schemas['organisation.SetUpRequest']
export type Administrator = Schemas['organisation.Administrator']

export const pagePeople = (query: ListQuery, signal: AbortSignal) => readPage('/api/people', query, signal)
export const getPerson = (id: string, signal: AbortSignal) =>
  read('/api/people/{id}', { path: { id }, signal })
export const addPerson = (body: NewPerson, key: string) => write('/api/people', { body, key })
/** Names of the departments of one's own authority; everybody may read them. */
export const listDepartmentNames = (signal?: AbortSignal) => read('/api/departments/names', { signal })
export const listDepartments = (signal?: AbortSignal) => read('/api/departments', { signal })
export const addDepartment = (body: NewDepartment, key: string) => write('/api/departments', { body, key })
export const changeDepartment = ({ id, version }: Department, body: DepartmentForm, key: string) =>
  write('/api/departments/{id}/change', { path: { id }, body, key, version })
export const setUpNeeded = async (signal?: AbortSignal) => (await read('/api/setup', { signal })).needed
export const setUp = (body: SetUpOrder, key: string) => write('/api/setup', { body, key })
export const changePassword = (body: Schemas['organisation.OwnPassword'], key: string) =>
  write('/api/session/password', { body, key })
