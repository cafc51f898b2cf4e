import type { NamedId } from '@/api/description'
import { bodyOf, type Field, type FormValues } from '@/shared/form/field'
import type { InspectorContent, InspectorDetail } from './api'

type Text = (key: string) => string
const licenceKinds = ['enforcement', 'special', 'supervision', 'qualified-staff'] as const
/** What is entered word by word. */
export const wordFields = ['qualifications', 'specialities', 'items'] as const
export type InspectorMember = Extract<keyof InspectorContent, string>
type InspectorField = Field<InspectorMember>

/** The form of an inspector. Somebody's own section is proposed; all of the bureau can be chosen. */
export function inspectorFields(
  t: Text,
  own?: NamedId,
  known?: InspectorDetail,
  all: readonly NamedId[] = [],
): InspectorField[] {
  const inspector = known?.inspector
  const sections = [own, inspector?.department, ...all].filter((one) => one !== undefined && one !== null)
  const text = (
    key: InspectorMember,
    label: string,
    value?: string | null,
    more: Partial<InspectorField> = {},
  ): InspectorField => ({
    key,
    label: t(`registry.${label}`),
    kind: 'text',
    required: true,
    length: 100,
    value,
    ...more,
  })
  return [
    text('name', 'person', inspector?.name),
    {
      key: 'sex',
      label: t('registry.sex'),
      kind: 'radio',
      required: true,
      value: inspector?.sex,
      options: ['male', 'female'].map((value) => ({ value, label: t(`registry.sexes.${value}`) })),
    },
    text('post', 'post', inspector?.post),
    {
      key: 'departmentId',
      label: t('registry.department'),
      kind: 'choice',
      required: true,
      value: inspector?.department?.id ?? own?.id,
      options: [...new Map(sections.map((one) => [one.id, one])).values()].map((one) => ({
        value: one.id,
        label: one.name,
      })),
    },
    text('licenceNumber', 'licenceNumber', inspector?.licenceNumber, {
      clause: 'inspectors.must-hold-licence',
    }),
    {
      key: 'licenceUntil',
      label: t('registry.licenceUntil'),
      kind: 'date',
      required: true,
      value: inspector?.licenceUntil,
    },
    {
      key: 'licenceKind',
      label: t('registry.licenceKind'),
      kind: 'choice',
      required: true,
      value: inspector?.licenceKind ?? 'enforcement',
      options: licenceKinds.map((value) => ({ value, label: t(`registry.licenceKinds.${value}`) })),
    },
    text('licenceRegion', 'licenceRegion', inspector?.licenceRegion, {
      required: false,
      length: 6,
      hint: t('registry.licenceRegionHint'),
    }),
    ...wordFields.map((key): InspectorField => ({
      key,
      label: t(`registry.${key}`),
      kind: 'slot',
      value: inspector?.[key] ?? [],
    })),
    text('login', 'account', known?.login, { required: false, hint: t('registry.accountHint') }),
  ]
}

/** What the form holds, as it is sent: an empty account is none. */
export const contentOf = (values: FormValues): InspectorContent =>
  bodyOf({ ...values, login: values.login || null })
