import type { Tone } from '@/shared/tone'

export const kinds = [
  'enterprise',
  'individual-business',
  'cooperative',
  'public-institution',
  'association',
  'construction-project',
  'equipment',
  'premises',
  'product',
  'conduct',
] as const
/** Tags that rules know; any other is shown as it is written. */
export const tags = [
  'repeated-complaints',
  'abnormal-operation-list',
  'dishonesty',
  'serious-violation',
  'exempt',
  'environment',
  'work-safety',
  'not-disturbed',
  'key-list',
  'random-list',
] as const
export const tagKey = (tag: string) => `registry.tag.${tag}`
export const riskClasses = ['A', 'B', 'C', 'D', 'N'] as const
export const statuses = ['active', 'closed', 'moved', 'revoked', 'merged'] as const
export const statusTones: Record<string, Tone> = {
  active: 'good',
  closed: 'neutral',
  moved: 'neutral',
  revoked: 'bad',
  merged: 'neutral',
}
export const riskTones: Record<string, Tone> = { A: 'good', B: 'active', C: 'warn', D: 'bad', N: 'neutral' }
export const licenceTones: Record<string, Tone> = { valid: 'good', expiring: 'warn', expired: 'bad' }

/** Whether an inspector can be drawn, and if not, why not (ZB-7); a key of a text. */
export function drawable(active: boolean, licence: string): string {
  if (!active) return 'registry.paused'
  return licence === 'expired' ? 'registry.notDrawable' : 'registry.active'
}
export function drawableTone(active: boolean, licence: string): Tone {
  if (!active) return 'neutral'
  return licence === 'expired' ? 'bad' : 'good'
}

/** What an export may have, by the names of the import, with the words of the screens. */
export const exportFields = [
  { value: 'unit-id', key: 'registry.unitId' },
  { value: 'name', key: 'registry.name' },
  { value: 'responsible-person', key: 'registry.responsiblePerson' },
  { value: 'contact', key: 'registry.contact' },
  { value: 'address', key: 'registry.address' },
  { value: 'region-code', key: 'registry.region' },
  { value: 'kind', key: 'registry.kindLabel' },
  { value: 'risk-class', key: 'registry.riskClass' },
  { value: 'tags', key: 'registry.tags' },
  { value: 'status', key: 'registry.statusLabel' },
] as const

export const duplicateStates = ['open', 'different', 'merged'] as const
export const duplicateTones: Record<string, Tone> = { open: 'warn', different: 'neutral', merged: 'good' }
/** What two targets can agree in, the strongest first. */
export const signals = [
  'organisation-code',
  'old-number',
  'lookalike-code',
  'name',
  'address',
  'contact',
  'responsible-person',
] as const
