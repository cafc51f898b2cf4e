import { read, write } from '@/api/call'
import { listParameters, type ListQuery, type ListResult } from '@/api/list'

export interface NamedId {
  id: string
  name: string
}
export type ItemState = 'draft' | 'submitted' | 'approved' | 'published' | 'retired' | 'discarded'
export interface ItemRow {
  id: string
  code: string
  name: string
  category: string
  state: ItemState
  number: number
  ratioCapBp?: number | null
  timesPerYear?: number | null
  targetKind: string
  department: NamedId
  inForceId?: string | null
  from?: string | null
  until?: string | null
  changedAt: string
}
export interface ItemContent {
  name: string
  category: string
  ratioCapBp?: number | null
  timesPerYear?: number | null
  targetKind: string
  content: string
  basis: string[]
  methods: string[]
  body: string
}
export interface ItemVersion extends ItemContent {
  id: string
  number: number
  state: ItemState
  checklist?: { id: string; number: number; title: string; questions: number } | null
  reason: string
  from?: string | null
  until?: string | null
  draftedBy: NamedId
  approvedBy?: NamedId | null
  sentBack?: string | null
  retireReason?: string | null
}
export interface ItemDetail {
  id: string
  code: string
  version: number
  department: NamedId
  current: ItemVersion
  inForceNumber?: number | null
  allowedCommands: string[]
}
export interface Difference {
  field: string
  before?: string | null
  after?: string | null
}
export interface Comparison {
  from: number
  to: number
  differences: Difference[]
}
export interface Question {
  code: string
  text: string
  kind: string
  choices: string[]
  standard: string
  consequence: string
  basis: string
  required: boolean
}
export interface Section {
  title: string
  questions: Question[]
}
export interface Checklist {
  versionId?: string
  version?: number
  title: string
  sections: Section[]
}

export const listItems = (query: ListQuery, signal?: AbortSignal) =>
  read<ListResult<ItemRow>>('/api/items', listParameters(query), signal)
export const getItem = (id: string, signal?: AbortSignal) => read<ItemDetail>(`/api/items/${id}`, {}, signal)
export const listVersions = (id: string, signal?: AbortSignal) =>
  read<ItemVersion[]>(`/api/items/${id}/versions`, {}, signal)
export const compareVersions = (id: string, from: number, to: number, signal?: AbortSignal) =>
  read<Comparison>(`/api/items/${id}/comparison`, { from, to }, signal)
export const getChecklist = (id: string, number: number, signal?: AbortSignal) =>
  read<Checklist>(`/api/items/${id}/checklist`, { number }, signal)
export const createItem = (code: string, content: ItemContent, key: string) =>
  write<ItemDetail>('/api/items', { code, content }, key)
export const changeItem = (item: ItemDetail, content: ItemContent, key: string) =>
  write<ItemDetail>(`/api/items/${item.id}/change-draft`, content, key, item.version)
export const saveChecklist = (item: ItemDetail, { title, sections }: Checklist, key: string) =>
  write<ItemDetail>(`/api/items/${item.id}/save-checklist`, { title, sections }, key, item.version)
