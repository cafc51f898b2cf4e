import { read, write } from '@/api/call'
import type { Schemas } from '@/api/description'

export type ProfileSummary = Schemas['policy.ProfileSummary']
export type ProfileDetail = Schemas['policy.ProfilePage']
export type Rule = Schemas['policy.RuleView']
export type RuleValue = Schemas['policy.ValueView']
export type Displaced = Schemas['policy.Displaced']
export type Confirmation = Schemas['policy.ConfirmationView']
export type ConfirmationForm = Schemas['policy.ConfirmationRequest']
export type DraftForm = Schemas['policy.DraftRequest']
export type SwitchForm = Schemas['policy.SwitchRequest']
export type Switch = Schemas['policy.SwitchView']
export type Version = Schemas['policy.VersionView']
export type Comparison = Schemas['policy.Comparison']
export type ComparedRule = Schemas['policy.ComparedRule']
export type ComparedValue = Schemas['policy.ComparedValue']
export type ComparedCell = Schemas['policy.ComparedCell']

export const listProfiles = (signal: AbortSignal) => read('/api/profiles', { signal })
/** By which rules the reader's authority has worked and will work, the last switch first. */
export const listSwitches = (signal: AbortSignal) => read('/api/profiles/switches', { signal })
/** What a set of rules says; in `version`, or in the one that speaks for today. */
export const getProfile = (id: string, version: string | undefined, signal: AbortSignal) =>
  read('/api/profiles/{id}', { path: { id }, query: { version }, signal })
/** Sets of rules side by side; the reader's own and those in force where none are named. */
export const compareProfiles = (ids: string[], on: string | undefined, signal: AbortSignal) =>
  read('/api/profiles/compare', { query: { ids: ids.length > 0 ? ids : undefined, on }, signal })
export const confirmExpired = (id: string, body: ConfirmationForm, key: string) =>
  write('/api/profiles/{id}/confirm-expired', { path: { id }, body, key })
export const confirmDraft = (id: string, body: DraftForm, key: string) =>
  write('/api/profiles/{id}/confirm-draft', { path: { id }, body, key })
export const switchTo = (id: string, body: SwitchForm, key: string) =>
  write('/api/profiles/{id}/switch-to', { path: { id }, body, key })
