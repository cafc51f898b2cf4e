import { read, readPage, write } from '@/api/call'
import type { Schemas } from '@/api/description'
import { firstPage, type ListQuery } from '@/api/list'

export type DrawRow = Schemas['drawing.DrawRow']
export type Draw = Schemas['drawing.DrawDetail']
export type Stratum = Schemas['drawing.StratumView']
export type Party = Schemas['drawing.PartyView']
export type Source = Schemas['drawing.SourceView']
export type DrawnTarget = Schemas['drawing.DrawnTarget']
export type HeldSlot = Schemas['drawing.HeldSlot']
export type Attachment = Schemas['drawing.AttachmentView']
export type ReleasedKey = Schemas['drawing.Released']
export type UnitOpening = Schemas['drawing.UnitOpening']
export type PoolUnit = Pick<Schemas['tasking.PoolRow'], 'targetId' | 'name' | 'unitId'>
export type Awaited = Schemas['drawing.AwaitedView']
export type Link = Schemas['drawing.LinkView']
export type Check = Schemas['drawing.Check']
export type Running = Schemas['drawing.DrawRunning']

export const listDraws = (query: ListQuery, signal: AbortSignal) => readPage('/api/draws', query, signal)
export const getDraw = (id: string, signal: AbortSignal) => read('/api/draws/{id}', { path: { id }, signal })
/** How far a draw is that is being made; nothing where none is. */
export const getDrawProgress = (id: string, signal: AbortSignal): Promise<Running | undefined> =>
  read('/api/draws/{id}/progress', { path: { id }, signal })
export const checkDraw = (id: string) => read('/api/draws/{id}/check', { path: { id } })

export function attachToDraw(
  id: string,
  kind: string,
  file: File,
  key: string,
  version: number,
): Promise<Draw> {
  const body = new FormData()
  body.set('file', file)
  return write('/api/draws/{id}/attach', { path: { id }, query: { kind }, body, key, version })
}

export function signDraw(id: string, party: string, file: File, key: string, version: number): Promise<Draw> {
  const body = new FormData()
  body.set('file', file)
  return write('/api/draws/{id}/sign', { path: { id }, query: { party }, body, key, version })
}

/** A fresh link for a witness's phone; the one before ends. */
export const makeLink = (id: string, party: string, key: string): Promise<Link> =>
  write('/api/draws/{id}/make-link', { path: { id }, body: { party }, key })

export const releaseFrameKey = (id: string, reason: string, key: string): Promise<ReleasedKey> =>
  write('/api/draws/{id}/release-frame-key', { path: { id }, body: { reason }, key })
export const showOpening = (id: string, targetId: string, key: string): Promise<UnitOpening> =>
  write('/api/draws/{id}/show-opening', { path: { id }, body: { targetId }, key })

/** The first few units of the task's pool whose name or code fits. */
export async function findUnits(taskId: string, q: string): Promise<PoolUnit[]> {
  const found = await readPage('/api/tasks/{id}/pool', { ...firstPage, size: 5, q }, undefined, {
    id: taskId,
  })
  return found.items
}
