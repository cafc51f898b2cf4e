import type { Problem, RowError } from '@/api/problem'
import type { PasswordRules } from './api'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** What a new password must be, in one sentence; nothing while the platform has not told. `own` adds what only concerns whoever had one before. */
export function passwordHint(t: Translate, rules: PasswordRules | null, own = false): string | undefined {
  if (!rules) return undefined
  const parts = [t('organisation.rules.length', { count: rules.length })]
  if (rules.kinds > 1) parts.push(t('organisation.rules.kinds', { count: rules.kinds }))
  parts.push(t(rules.guessable ? 'organisation.rules.login' : 'organisation.rules.guessable'))
  if (own && rules.former === 1) parts.push(t('organisation.rules.present'))
  if (own && rules.former > 1) parts.push(t('organisation.rules.former', { count: rules.former }))
  if (rules.maxAgeDays > 0) parts.push(t('organisation.rules.age', { count: rules.maxAgeDays }))
  return parts.join(t('organisation.rules.between')) + t('organisation.rules.end')
}

/** What can be told without the platform: that it is too short. */
export function tooShort(
  t: Translate,
  rules: PasswordRules | null,
  field: string,
  password: string,
): RowError[] {
  if (!rules || [...password].length >= rules.length) return []
  return [{ field, message: t('organisation.passwordShort', { count: rules.length }) }]
}

/** A refusal without the findings that stand beside their fields. */
export function without(problem: Problem, fields: string[]): Problem {
  const errors = problem.errors?.filter((error) => !error.field || !fields.includes(error.field))
  return { ...problem, errors: errors?.length ? errors : undefined }
}
