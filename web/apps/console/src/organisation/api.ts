import { read, readPage, sendCommand, write, type CommandHeaders } from '@/api/call'
import type { Schemas } from '@/api/description'
import { firstPage, type ListQuery } from '@/api/list'
import type { SentCommand } from '@/shared/detail/command'
import { bodyOf } from '@/shared/form/field'

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
export type Post = Schemas['organisation.PostView']
export type PostChoice = Schemas['organisation.PostChoice']
export type Deputy = Schemas['organisation.DeputyView']
export type NewPost = Schemas['organisation.NewPost']
export type NewDelegation = Schemas['organisation.NewDelegation']
export type Conference = Schemas['organisation.ConferenceView']
export type ConferenceForm = Schemas['organisation.ConferenceRequest']
export type Seat = Schemas['organisation.SeatRequest']
export type Township = Schemas['organisation.Township']
export type TownshipForm = Schemas['organisation.TownshipChange']
export type NewTownship = Schemas['organisation.NewTownship']
export type ApiClient = Schemas['organisation.ApiClientRow']
export type ApiClientSecret = Schemas['organisation.ApiClientSecret']
export type NewApiClient = Schemas['organisation.NewApiClient']
export type NamedDepartment = Schemas['kernel.NamedId']
export type Colleague = Schemas['organisation.ColleagueRow']
export type ColleagueMatters = Schemas['organisation.ColleagueMatters']
export type Administrator = Schemas['organisation.Administrator']

export const pagePeople = (query: ListQuery, signal?: AbortSignal) => readPage('/api/people', query, signal)
export const getPerson = (id: string, signal?: AbortSignal) =>
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
export const pageColleagues = (query: ListQuery, signal?: AbortSignal) =>
  readPage('/api/colleagues', query, signal)
/** What waits in a post, for who hands it over. */
export const getColleague = (id: string, signal?: AbortSignal) =>
  read('/api/colleagues/{id}', { path: { id }, signal })
/** Names of the departments of one's own authority; everybody may read them. */
export const listDepartmentNames = (signal?: AbortSignal) => read('/api/departments/names', { signal })
export const listDepartments = (signal?: AbortSignal) => read('/api/departments', { signal })
export const addDepartment = (body: NewDepartment, key: string) => write('/api/departments', { body, key })
export const changeDepartment = ({ id, version }: Department, body: DepartmentForm, key: string) =>
  write('/api/departments/{id}/change', { path: { id }, body, key, version })
export type ProfileChoice = Schemas['organisation.ProfileChoice']
/** Whether nobody has an account yet, and which rules the first authority can be bound to. */
export const getSetUp = (signal?: AbortSignal) => read('/api/setup', { signal })
export const setUpNeeded = async (signal?: AbortSignal) => (await getSetUp(signal)).needed
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
export const listConferences = (signal?: AbortSignal) => read('/api/conferences', { signal })
export const saveConference = (region: string, body: ConferenceForm, version: number, key: string) =>
  write('/api/conferences/{region}', { path: { region }, body, key, version })
export const listTownships = (signal?: AbortSignal) => read('/api/townships', { signal })
export const addTownship = (body: NewTownship, key: string) => write('/api/townships', { body, key })
export const changeTownship = ({ code, version }: Township, body: TownshipForm, key: string) =>
  write('/api/townships/{code}/change', { path: { code }, body, key, version })
export const listPosts = (signal?: AbortSignal) => read('/api/posts', { signal })
export const listPostChoices = (signal?: AbortSignal) => read('/api/session/posts', { signal })
export const takePost = (postId: string, key: string) => write('/api/session/post', { body: { postId }, key })
export const listColleagues = (id: string, signal?: AbortSignal) =>
  read('/api/posts/{id}/colleagues', { path: { id }, signal })
export const delegate = (body: NewDelegation, key: string) => write('/api/delegations', { body, key })
export const endDelegation = (id: string, key: string) =>
  write('/api/delegations/{id}/end', { path: { id }, key })
/** Active people whose name or login holds this text. */
export const findPeople = async (q: string) =>
  (await pagePeople({ ...firstPage, q, filters: { active: 'true' } })).items

/** Commands of a person and of the posts of that person; each answers with the fresh person. */
export async function sendPersonCommand(
  id: string,
  { name, values }: SentCommand,
  { key, version }: CommandHeaders,
): Promise<PersonDetail> {
  const { postId, delegationId, ...body } = values as Record<string, string>
  if (name === 'add-post') {
    const post = { ...body, until: body.until || null }
    return write('/api/people/{id}/posts', { path: { id }, body: bodyOf<NewPost>(post), key, version })
  }
  if (name === 'end')
    return write('/api/people/{id}/posts/{postId}/end', {
      path: { id, postId: String(postId) },
      body: bodyOf<Schemas['organisation.PostEnd']>(body),
      key,
      version,
    })
  if (name === 'delegate') await delegate(bodyOf<NewDelegation>({ ...body, postId }), key)
  else if (name === 'end-delegation') await endDelegation(String(delegationId), key)
  else return sendCommand('/api/people/{id}', id, name, values, { key, version })
  return getPerson(id)
}
