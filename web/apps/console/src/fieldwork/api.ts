import { read, write } from '@/api/call'
import type { Schemas } from '@/api/description'

export type VisitRecord = Schemas['fieldwork.RecordDetail']
export type RecordContent = Schemas['fieldwork.RecordContent']
export type ItemEntry = Schemas['fieldwork.ItemEntry']
export type ItemForm = Schemas['fieldwork.ItemForm']
export type Evidence = Schemas['fieldwork.EvidenceView']
export type Officer = Pick<Schemas['tasking.MemberView'], 'inspectorId' | 'name' | 'leader'>
export type AddedProblem = Schemas['fieldwork.AddedProblem']

export const getRecord = (id: string, signal: AbortSignal) =>
  read('/api/visits/{id}/record', { path: { id }, signal })

/** The team of the visit, leader first. */
export async function getTeam(id: string, signal: AbortSignal): Promise<Officer[]> {
  const { members } = await read('/api/visits/{id}', { path: { id }, signal })
  return [...members].sort((a, b) => Number(b.leader) - Number(a.leader))
}

export function addEvidence(
  id: string,
  kind: string,
  caption: string,
  file: File,
  key: string,
): Promise<VisitRecord> {
  const body = new FormData()
  body.set('file', file)
  return write('/api/visits/{id}/record/evidence', { path: { id }, query: { kind, caption }, body, key })
}
