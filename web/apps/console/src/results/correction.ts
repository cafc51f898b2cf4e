import type { FormValues } from '@/shared/form/field'

/** The form of a correction as the platform reads it: measures by line, another type in one's own words. */
export function correctionOf(values: FormValues): Record<string, unknown> {
  const { typeText, measures, type, ...rest } = values
  return {
    ...rest,
    type: type === 'other' ? `other:${String(typeText ?? '').trim()}` : type,
    measures: String(measures ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}
