import { read, write } from '@/api/call'
import type { Schemas } from '@/api/description'

export type TeamPreview = Schemas['tasking.TeamPreview']
export type ShortfallView = Schemas['tasking.ShortfallView']
export type Schedule = Schemas['tasking.Schedule']
export type Stop = Schemas['tasking.Stop']
export type StaffingSetting = Schemas['tasking.SettingView']
export type SettingOrder = Schemas['tasking.SettingOrder']
export type Places = Schemas['tasking.Places']
export type LeaveOrder = Schemas['tasking.Leave']

/** Somebody who may go along; `kind` as the command takes it. */
export interface AssistantChoice {
  id: string
  kind: 'expert' | 'agency' | 'staff'
  name: string
}

const MANY = 100

export const previewTeams = (id: string, way: string | undefined, signal: AbortSignal) =>
  read('/api/tasks/{id}/team-preview', { path: { id }, query: { way }, signal })
export const reportShortage = (id: string, body: Schemas['tasking.ShortageOrder'], key: string) =>
  write('/api/tasks/{id}/report-shortage', { path: { id }, body, key })
export const listWaiting = (signal: AbortSignal) => read('/api/staffing-changes', { signal })
export const approveTogether = (body: Schemas['tasking.Approvals'], key: string) =>
  write('/api/staffing-changes/approve-together', { body, key })
export const getSchedule = (query: { from: string; to: string; mine: boolean }, signal: AbortSignal) =>
  read('/api/schedule', { query, signal })
export const listPlaces = (id: string, signal: AbortSignal) =>
  read('/api/people/{id}/places', { path: { id }, signal })
export const getStaffingSetting = (signal: AbortSignal) => read('/api/staffing-setting', { signal })
export const saveStaffingSetting = (body: SettingOrder, version: number, key: string) =>
  write('/api/staffing-setting/save', { body, key, version })
export const replaceForLeave = (body: LeaveOrder, key: string) =>
  write('/api/staffing-changes/for-leave', { body, key })

/** Experts and agencies of the registry, and staff whose licence is none for enforcement. */
export async function readAssistants(): Promise<AssistantChoice[]> {
  const [experts, inspectors] = await Promise.all([
    read('/api/experts', { query: { size: MANY } }),
    read('/api/inspectors', { query: { size: MANY } }),
  ])
  return [
    ...experts.items
      .filter((one) => one.active)
      .map((one) => ({
        id: one.id,
        kind: one.kind === 'agency' ? ('agency' as const) : ('expert' as const),
        name: [one.name, one.organisation].filter(Boolean).join(' · '),
      })),
    ...inspectors.items
      .filter((one) => one.licenceKind === 'qualified-staff' || one.licenceKind === 'supervision')
      .map((one) => ({ id: one.id, kind: 'staff' as const, name: one.name })),
  ]
}
