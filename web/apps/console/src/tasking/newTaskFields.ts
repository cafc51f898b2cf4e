import type { Field, FormValues } from '@/shared/form/field'
import { kinds } from '@/registry/words'
import type { useText } from '@/shared/useText'
import type { ItemChoice, PlanLine } from './api'
import { texts } from './newTask'

type Texts = ReturnType<typeof useText>['t']

/** What there is to choose from; null until it is read. */
export interface Choices {
  lines: PlanLine[] | null
  items: ItemChoice[] | null
  /** Departments of the same level, which may be invited; none where there are no others. */
  departments?: { id: string; name: string }[]
  /** Counties of the reader's own authority. */
  regions?: { code: string; name: string }[]
}

const GROUNDS = ['complaint', 'assigned-work', 'emergency', 'campaign-from-above']
const EXCEPTIONS = ['environment', 'work-safety', 'complaint', 'superior-demand', 'express-law']
const TAGS = ['repeated-complaints', 'abnormal-operation-list', 'dishonesty', 'serious-violation']

/** The form of a new task: from a line of a plan, or outside the plan on a ground. */
export function newTaskFields(
  mode: 'plan' | 'outside',
  choices: Choices,
  values: FormValues,
  t: Texts,
): Field[] {
  const own = mode === 'plan' ? planFields(choices, values, t) : outsideFields(choices, values, t)
  return [...own, ...commonFields(values, t), ...company(choices, values, t)]
}

const named = (group: string, names: string[], t: Texts) =>
  names.map((value) => ({ value, label: t(`tasking.${group}.${value}`) }))

const period = (required: boolean, t: Texts): Field => ({
  key: 'period',
  label: t('tasking.form.period'),
  kind: 'dates',
  required,
  hint: required ? undefined : t('tasking.form.periodHint'),
})

const planFields = ({ lines }: Choices, values: FormValues, t: Texts): Field[] => [
  {
    key: 'lineId',
    label: t('tasking.form.line'),
    kind: 'choice',
    required: true,
    options: lines?.map((line) => ({ value: line.id, label: `${line.title}（${line.planNumber}）` })),
    hint: lines?.length === 0 ? t('tasking.form.lineNone') : undefined,
  },
  ...aloneField(isCampaign(lines?.find((line) => line.id === values.lineId)) && nobody(values), t),
  period(false, t),
]

const nobody = (values: FormValues) => texts(values.invite).length === 0

/** A special campaign that the line's department carries out alone. */
const isCampaign = (line: PlanLine | undefined): boolean =>
  line?.arrangement.form === 'special-campaign' && line.arrangement.participants.length === 0

/** Special campaigns are joint ones where the rules say so, as a rule. */
const aloneField = (asked: boolean, t: Texts): Field[] =>
  asked
    ? [
        {
          key: 'aloneReason',
          label: t('tasking.form.alone'),
          kind: 'longtext',
          length: 500,
          hint: t('tasking.form.aloneHint'),
          clause: 'ad-hoc',
        },
      ]
    : []

const outsideFields = ({ items, departments, regions }: Choices, values: FormValues, t: Texts): Field[] => [
  {
    key: 'ground',
    label: t('tasking.groundLabel'),
    kind: 'choice',
    required: true,
    options: named('ground', GROUNDS, t),
    clause: 'ad-hoc',
  },
  ...aloneField(values.ground === 'campaign-from-above' && nobody(values), t),
  {
    key: 'groundText',
    label: t('tasking.form.groundText'),
    kind: 'longtext',
    required: true,
    length: 1000,
  },
  { key: 'title', label: t('tasking.form.title'), kind: 'text', required: true, length: 200 },
  {
    key: 'itemVersionIds',
    label: t('tasking.form.items'),
    kind: 'choices',
    required: true,
    options: items?.map((item) => ({ value: item.id, label: `${item.code} ${item.name}` })),
  },
  period(true, t),
  { key: 'rates', label: t('tasking.form.rates'), kind: 'slot', hint: t('tasking.form.ratesHint') },
  {
    key: 'kinds',
    label: t('tasking.form.kinds'),
    kind: 'choices',
    options: kinds.map((value) => ({ value, label: t(`registry.kind.${value}`) })),
    placeholder: t('tasking.form.everyKind'),
  },
  {
    key: 'regions',
    label: t('tasking.form.regions'),
    kind: 'choices',
    options: regions?.map(({ code, name }) => ({ value: code, label: name })),
    placeholder: t('tasking.form.everyRegion'),
  },
  { key: 'tags', label: t('tasking.form.tags'), kind: 'choices', options: named('tag', TAGS, t) },
  ...(departments?.length
    ? [
        {
          key: 'handedDown',
          label: t('tasking.form.handedDown'),
          kind: 'switch' as const,
          hint: t('tasking.form.handedDownHint'),
          clause: 'joint-tasks.hand-down',
        },
      ]
    : []),
]

const commonFields = (values: FormValues, t: Texts): Field[] => [
  {
    key: 'exemptionException',
    label: t('tasking.form.exception'),
    kind: 'choice',
    options: named('exception', EXCEPTIONS, t),
    placeholder: t('tasking.form.exceptionNone'),
    hint: t('tasking.form.exceptionHint'),
    clause: 'exemption-list',
  },
  {
    key: 'joint',
    label: t('tasking.form.joint'),
    kind: 'switch',
    value: true,
    clause: 'merge-same-target-in-same-period',
  },
  ...(values.joint === false
    ? [
        {
          key: 'separateReason',
          label: t('tasking.form.separate'),
          kind: 'longtext' as const,
          required: true,
          length: 500,
          hint: t('tasking.form.separateHint'),
        },
      ]
    : []),
]

/** Who is invited, and until when they answer. */
function company({ departments }: Choices, values: FormValues, t: Texts): Field[] {
  if (!departments?.length) return []
  const invite: Field = {
    key: 'invite',
    label: t('tasking.form.invite'),
    kind: 'choices',
    options: departments.map(({ id, name }) => ({ value: id, label: name })),
    hint: t('tasking.form.inviteHint'),
    clause: 'joint-tasks.await',
  }
  const answerBy: Field = {
    key: 'answerBy',
    label: t('tasking.together.deadline'),
    kind: 'date',
    required: true,
  }
  return texts(values.invite).length > 0 ? [invite, answerBy] : [invite]
}
