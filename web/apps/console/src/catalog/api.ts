import { read, readPage, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'

export type ItemRow = Schemas['catalog.ItemRow']
export type ItemState = ItemRow['state']
export type ItemDetail = Schemas['catalog.ItemDetail']
export type ItemVersion = Schemas['catalog.VersionView']
export type ItemContent = Schemas['catalog.Content']
export type Comparison = Schemas['catalog.ComparisonView']
export type Difference = Schemas['catalog.Difference']
export type Checklist = Schemas['catalog.Checklist']
export type ChecklistForm = Schemas['catalog.ChecklistForm']
export type Section = Schemas['catalog.Section']
export type Question = Schemas['catalog.Question']

export const listItems = (query: ListQuery, signal?: AbortSignal) => readPage('/api/items', query, signal)
export const getItem = (id: string, signal?: AbortSignal) => read('/api/items/{id}', { path: { id }, signal })
export const listVersions = (id: string, signal?: AbortSignal) =>
  read('/api/items/{id}/versions', { path: { id }, signal })
export const compareVersions = (id: string, from: number, to: number, signal?: AbortSignal) =>
  read('/api/items/{id}/comparison', { path: { id }, query: { from, to }, signal })
export const getChecklist = (id: string, number: number, signal?: AbortSignal) =>
  read('/api/items/{id}/checklist', { path: { id }, query: { number }, signal })
export const createItem = (code: string, content: ItemContent, key: string) =>
  write('/api/items', { body: { code, content }, key })
export const changeItem = ({ id, version }: ItemDetail, body: ItemContent, key: string) =>
  write('/api/items/{id}/change-draft', { path: { id }, body, key, version })
export const saveChecklist = ({ id, version }: ItemDetail, { title, sections }: ChecklistForm, key: string) =>
  write('/api/items/{id}/save-checklist', { path: { id }, body: { title, sections }, key, version })
