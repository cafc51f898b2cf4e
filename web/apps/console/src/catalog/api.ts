import type { Definition } from '@sunlot/checklist-engine'
import { read, readPage, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import type { ListQuery } from '@/api/list'

export type ItemRow = Schemas['catalog.ItemRow']
export type ItemState = ItemRow['state']
export type ItemDetail = Schemas['catalog.ItemDetail']
export type ItemVersion = Schemas['catalog.VersionView']
export type ItemOverlap = Schemas['catalog.OverlapView']
export type ItemRules = Schemas['catalog.ItemRulesView']
export type ItemContent = Schemas['catalog.Content']
export type ItemBatch = Schemas['catalog.BatchDetail']
export type ItemBatchRow = Schemas['catalog.BatchRow']
export type WaitingItem = Schemas['catalog.WaitingItem']
export type BatchForm = Schemas['catalog.BatchForm']
export type SuperiorRow = Schemas['catalog.SuperiorRow']
export type SuperiorList = Schemas['catalog.SuperiorDetail']
export type Comparison = Schemas['catalog.ComparisonView']
export type Difference = Schemas['catalog.Difference']
export type Checklist = Schemas['catalog.Checklist']
export type ReadChecklist = Schemas['catalog.ReadChecklist']

export const listItems = (query: ListQuery, signal?: AbortSignal) => readPage('/api/items', query, signal)
export const getItem = (id: string, signal?: AbortSignal) => read('/api/items/{id}', { path: { id }, signal })
export const listVersions = (id: string, signal?: AbortSignal) =>
  read('/api/items/{id}/versions', { path: { id }, signal })
export const compareVersions = (id: string, from: number, to: number, signal?: AbortSignal) =>
  read('/api/items/{id}/comparison', { path: { id }, query: { from, to }, signal })
export const getChecklist = (id: string, number: number, signal?: AbortSignal) =>
  read('/api/items/{id}/checklist', { path: { id }, query: { number }, signal })
export const listOverlaps = (id: string, signal?: AbortSignal) =>
  read('/api/items/{id}/overlaps', { path: { id }, signal })
/** What to know before an item is drafted. */
export const getRules = (signal?: AbortSignal) => read('/api/item-rules', { signal })
export const listBatches = (query: ListQuery, signal?: AbortSignal) =>
  readPage('/api/item-batches', query, signal)
export const getBatch = (id: string, signal?: AbortSignal) =>
  read('/api/item-batches/{id}', { path: { id }, signal })
export const listWaiting = (signal?: AbortSignal) => read('/api/item-batches/waiting', { signal })
export const publishBatch = (body: BatchForm, key: string) => write('/api/item-batches', { body, key })
export const listSuperiorLists = (query: ListQuery, signal?: AbortSignal) =>
  readPage('/api/superior-lists', query, signal)
export const getSuperiorList = (id: string, signal?: AbortSignal) =>
  read('/api/superior-lists/{id}', { path: { id }, signal })
export const adoptItem = (code: string, key: string) =>
  write('/api/superior-lists/adopt', { body: { code }, key })
export const createItem = (code: string, content: ItemContent, key: string) =>
  write('/api/items', { body: { code, content }, key })
export const changeItem = ({ id, version }: ItemDetail, body: ItemContent, key: string) =>
  write('/api/items/{id}/change-draft', { path: { id }, body, key, version })
export const saveChecklist = (
  { id, version }: ItemDetail,
  { title, sections }: Pick<Definition, 'title' | 'sections'>,
  key: string,
) => write('/api/items/{id}/save-checklist', { path: { id }, body: { title, sections }, key, version })

/** What a file says, which is shown and not saved. */
export function readChecklist(id: string, file: File, key: string): Promise<ReadChecklist> {
  const body = new FormData()
  body.set('file', file)
  return write('/api/items/{id}/read-checklist', { path: { id }, body, key })
}
