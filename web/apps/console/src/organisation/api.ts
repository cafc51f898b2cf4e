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
export type FactorState = Schemas['organisation.FactorState']
export type BegunFactor = Schemas['organisation.BegunFactor']
export type Session = Schemas['organisation.SessionView']
export type PasswordRules = Schemas['organisation.PasswordRules']
export type ApiClient = Schemas['organisation.ApiClientRow']
export type ApiClientSecret = Schemas['organisation.ApiClientSecret']
export type NewApiClient = Schemas['organisation.NewApiClient']
export type NamedDepartment = Schemas['kernel.NamedId']
export type Administrator = Schemas['organisation.Administrator']

export const pagePeople = (query: ListQuery, signal: AbortSignal) => readPage('/api/people', query, signal)
export const getPerson = (id: string, signal: AbortSignal) =>
  read('/api/people/{id}', { path: { id }, signal })
export const addPerson = (body: NewPerson, key: string) => write('/api/people', { body, key })
export const getFactor = (signal?: AbortSignal) => read('/api/session/second-factor', { signal })
export const beginFactor = (key: string) => write('/api/session/second-factor/begin', { key })
export const confirmFactor = (body: Schemas['organisation.FactorCode'], key: string) =>
  write('/api/session/second-factor/confirm', { body, key })
export const removeFactor = (body: Schemas['organisation.FactorCode'], key: string) =>
  write('/api/session/second-factor/remove', { body, key })
export const listOwnSessions = (signal?: AbortSignal) => read('/api/sessions', { signal })
export const endOwnSession = (id: string, key: string) =>
  write('/api/sessions/{id}/end', { path: { id }, key })
export const listSessions = (id: string, signal?: AbortSignal) =>
  read('/api/people/{id}/sessions', { path: { id }, signal })
export const endSession = (id: string, sessionId: string, key: string) =>
  write('/api/people/{id}/sessions/{sessionId}/end', { path: { id, sessionId }, key })
/** Names of the departments of one's own authority; everybody may read them. */
export const listDepartmentNames = (signal?: AbortSignal) => read('/api/departments/names', { signal })
export const listDepartments = (signal?: AbortSignal) => read('/api/departments', { signal })
export const addDepartment = (body: NewDepartment, key: string) => write('/api/departments', { body, key })
export const changeDepartment = ({ id, version }: Department, body: DepartmentForm, key: string) =>
  write('/api/departments/{id}/change', { path: { id }, body, key, version })
export const setUpNeeded = async (signal?: AbortSignal) => (await read('/api/setup', { signal })).needed
export const setUp = (body: SetUpOrder, key: string) => write('/api/setup', { body, key })
export const listApiClients = (signal?: AbortSignal) => read('/api/clients', { signal })
export const addApiClient = (body: NewApiClient, key: string) => write('/api/clients', { body, key })
export const rotateApiSecret = (
  { id, version }: ApiClient,
  body: Schemas['organisation.Rotation'],
  key: string,
) => write('/api/clients/{id}/rotate-secret', { path: { id }, body, key, version })
export const revokeApiClient = (
  { id, version }: ApiClient,
  body: Schemas['organisation.Revocation'],
  key: string,
) => write('/api/clients/{id}/revoke', { path: { id }, body, key, version })
export const getPasswordRules = (signal?: AbortSignal) => read('/api/session/password-rules', { signal })
export const changePassword = (body: Schemas['organisation.OwnPassword'], key: string) =>
  write('/api/session/password', { body, key })
