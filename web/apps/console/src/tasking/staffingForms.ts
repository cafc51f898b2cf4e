import type { Field, FormValues } from '@/shared/form/field'
import type { LeaveOrder, SettingOrder, StaffingSetting, Stop } from './teamApi'
import { OTHER_REASON } from './staffing'

type T = (key: string, named?: Record<string, unknown>) => string
type Word = (prefix: string, name: string) => string

const REASONS = ['health', 'work-conflict', 'post-change'] as const

/** Being away: all open visits of the time are chosen to begin with; who has another post is away for good. */
export function leaveFields(
  stops: Pick<Stop, 'id' | 'number' | 'targetName'>[],
  t: T,
  word: Word,
  reason?: (typeof REASONS)[number],
  label = t('tasking.teams.awayVisits'),
): Field[] {
  if (stops.length === 0) return []
  return [
    {
      key: 'visitIds',
      label,
      kind: 'choices',
      required: true,
      options: stops.map((one) => ({ value: one.id, label: `${one.targetName} ${one.number}` })),
      value: stops.map((one) => one.id),
    },
    {
      key: 'reason',
      label: t('tasking.reasonLabel'),
      kind: 'radio',
      required: true,
      value: reason,
      options: [
        ...REASONS.map((name) => ({ value: name, label: word('tasking.reason', name) })),
        { value: OTHER_REASON, label: t('tasking.reasonOther') },
      ],
    },
    { key: 'reasonText', label: t('tasking.reasonOtherText'), kind: 'text', length: 180 },
    {
      key: 'statement',
      label: t('tasking.statement'),
      kind: 'longtext',
      required: true,
      length: 2000,
      hint: t('tasking.statementHint'),
    },
  ]
}

export function leaveBody(inspectorId: string, values: FormValues): LeaveOrder {
  const reason = String(values.reason)
  return {
    inspectorId,
    visitIds: values.visitIds as string[],
    reason: reason === OTHER_REASON ? `other:${String(values.reasonText ?? '').trim()}` : reason,
    statement: String(values.statement),
  }
}

export function settingFields(setting: StaffingSetting, t: T): Field[] {
  const cap: Field = {
    key: 'monthlyCap',
    label: t('tasking.teams.cap'),
    kind: 'number',
    min: 1,
    max: 200,
    value: setting.monthlyCap ?? undefined,
    hint: t('tasking.teams.capHint'),
  }
  if (setting.possible.length === 0) return [cap]
  return [
    cap,
    {
      key: 'neighbours',
      label: t('tasking.teams.neighbours'),
      kind: 'choices',
      options: setting.possible.map((one) => ({ value: one.region, label: one.department })),
      value: setting.neighbours,
      hint: t('tasking.teams.neighboursHint'),
    },
  ]
}

export function settingBody(values: FormValues): SettingOrder {
  return {
    monthlyCap: typeof values.monthlyCap === 'number' ? values.monthlyCap : undefined,
    neighbours: Array.isArray(values.neighbours) ? (values.neighbours as string[]) : [],
  }
}
