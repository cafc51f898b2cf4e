import type { Field } from '@/shared/form/field'

/** What the principal may do with rules: answer for their use, or work by them from a day on. */
export type Command = 'confirm-expired' | 'confirm-draft' | 'switch-to'

type Text = (key: string) => string

/** The words of a command: its button, and what it asks before it is given. */
export const commandWords: Record<Command, { button: string; ask: string }> = {
  'confirm-expired': { button: 'policy.confirm', ask: 'policy.confirmAsk' },
  'confirm-draft': { button: 'policy.confirmDraft', ask: 'policy.confirmDraftAsk' },
  'switch-to': { button: 'policy.switch.button', ask: 'policy.switch.ask' },
}

const until = (t: Text): Field => ({
  key: 'until',
  label: t('policy.untilDay'),
  kind: 'date',
  required: true,
  hint: t('policy.untilHint'),
})

const named = (t: Text): Field => ({
  key: 'named',
  label: t('policy.named'),
  kind: 'text',
  required: true,
  length: 20,
  hint: t('policy.namedHint'),
})

const switchFields = (t: Text): Field[] => [
  {
    key: 'from',
    label: t('policy.switch.from'),
    kind: 'date',
    required: true,
    hint: t('policy.switch.fromHint'),
  },
  { key: 'reason', label: t('policy.switch.reason'), kind: 'longtext', required: true, length: 1000 },
  {
    key: 'documentNumber',
    label: t('policy.switch.documentNumber'),
    kind: 'text',
    required: true,
    length: 100,
    hint: t('policy.switch.documentHint'),
  },
  { key: 'documentDay', label: t('policy.switch.documentDay'), kind: 'date', required: true },
]

/** The fields of a command's form; a draft is called one by whoever uses it. */
export function commandFields(command: Command, draft: boolean, t: Text): Field[] {
  const reason = (label: string): Field => ({
    key: 'reason',
    label: t(label),
    kind: 'longtext',
    required: true,
    length: 1000,
  })
  switch (command) {
    case 'confirm-expired':
      return [reason('policy.reason'), until(t)]
    case 'confirm-draft':
      return [named(t), reason('policy.draftReason'), until(t)]
    case 'switch-to':
      return draft ? [...switchFields(t), named(t), until(t)] : switchFields(t)
  }
}
