import { read, write } from '@/api/call'

export interface Confirmation {
  person: string
  reason: string
  until: string
  at: string
}
export interface ProfileSummary {
  id: string
  version: string
  title: string
  from?: string | null
  to?: string | null
  state: 'in-force' | 'expired' | 'confirmed' | 'not-in-force-yet'
  draft: boolean
  ours: boolean
  confirmation?: Confirmation | null
  allowedCommands: string[]
}
export interface Displaced {
  value: string
  from: string
  article: string[]
}
export interface RuleValue {
  name: string
  value: string
  from: string
  article: string[]
  displaced: Displaced[]
}
export interface Rule {
  key: string
  title: string
  words: string
  article: string[]
  values: RuleValue[]
}
export interface ProfileDetail {
  profile: ProfileSummary
  validity: string[]
  rules: Rule[]
}

export const listProfiles = (signal: AbortSignal) => read<ProfileSummary[]>('/api/profiles', {}, signal)
export const getProfile = (id: string, signal: AbortSignal) =>
  read<ProfileDetail>(`/api/profiles/${encodeURIComponent(id)}`, {}, signal)
export const confirmExpired = (id: string, form: unknown, key: string) =>
  write<ProfileSummary>(`/api/profiles/${encodeURIComponent(id)}/confirm-expired`, form, key)
