import { read, write } from '@/api/call'
import type { Schemas } from '@/api/description'

export type ProfileSummary = Schemas['policy.ProfileSummary']
export type ProfileDetail = Schemas['policy.ProfilePage']
export type Rule = Schemas['policy.RuleView']
export type RuleValue = Schemas['policy.ValueView']
export type Displaced = Schemas['policy.Displaced']
export type Confirmation = Schemas['policy.ConfirmationView']
export type ConfirmationForm = Schemas['policy.ConfirmationRequest']

export const listProfiles = (signal: AbortSignal) => read('/api/profiles', { signal })
export const getProfile = (id: string, signal: AbortSignal) =>
  read('/api/profiles/{id}', { path: { id }, signal })
export const confirmExpired = (id: string, body: ConfirmationForm, key: string) =>
  write('/api/profiles/{id}/confirm-expired', { path: { id }, body, key })
