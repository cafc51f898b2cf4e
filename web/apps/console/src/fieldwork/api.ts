import { read, write } from '@/api/call'
import type { Schemas } from '@/api/description'

export type VisitRecord = Schemas['fieldwork.RecordDetail']
export type RecordContent = Schemas['fieldwork.RecordContent']
export type ItemEntry = Schemas['fieldwork.ItemEntry']
export type ItemForm = Schemas['fieldwork.ItemForm']
export type Evidence = Schemas['fieldwork.EvidenceView']
export type Officer = Pick<Schemas['tasking.MemberView'], 'inspectorId' | 'name' | 'leader'>
export type Demands = Schemas['fieldwork.Demands']
export type Notice = Schemas['fieldwork.NoticeView']
export type NoticeSaid = Schemas['fieldwork.NoticeBeforehand']
export type Due = Schemas['results.DueView']
export type AddedProblem = Schemas['fieldwork.AddedProblem']

/** The record of a department; without one, that of the reader. */
export const getRecord = (id: string, department: string | undefined, signal: AbortSignal) =>
  read('/api/visits/{id}/record', { path: { id }, query: { department }, signal })

/** What is due after the visit, department by department. */
export const getDues = async (id: string, signal: AbortSignal): Promise<Due[]> =>
  (await read('/api/visits/{id}/dues', { path: { id }, signal })).dues

/** The team of the visit, leader first. */
export async function getTeam(id: string, signal: AbortSignal): Promise<Officer[]> {
  const { members } = await read('/api/visits/{id}', { path: { id }, signal })
  return [...members].sort((a, b) => Number(b.leader) - Number(a.leader))
}

export function addEvidence(
  id: string,
  department: string | undefined,
  kind: string,
  caption: string,
  file: File,
  key: string,
): Promise<VisitRecord> {
  const body = new FormData()
  body.set('file', file)
  return write('/api/visits/{id}/record/evidence', {
    path: { id },
    query: { kind, caption, department },
    body,
    key,
  })
}
