import { computed, type ComputedRef } from 'vue'
import type { CommandSpec, CommandsOf } from '@/shared/detail/command'
import type { Field } from '@/shared/form/field'
import { useText } from '@/shared/useText'
import type { Kind, Register, TargetDetail } from './api'
import { useWords } from './useWords'
import { tags } from './words'

type Commands = CommandsOf<'/api/targets/{id}'> & Record<'tag' | 'untag', CommandSpec<'tag' | 'reason'>>

/** What the commands of a target ask for; registers are those into which it may be put by hand. */
export function useTargetCommands(
  props: { target: TargetDetail; kinds?: Kind[] },
  registers: ComputedRef<Register[]>,
): ComputedRef<Commands> {
  const { t } = useText()
  const { tag, kind, listed } = useWords()
  const reason = computed<Field<'reason'>>(() => ({
    key: 'reason',
    label: t('registry.why'),
    kind: 'longtext',
    required: true,
    length: 1000,
    hint: t('registry.whyHint'),
  }))
  const move = (name: string, tone?: 'danger'): CommandSpec<'reason'> => ({
    tone,
    ask: t(`registry.ask.${name}`),
    fields: [reason.value],
  })
  const tagged = (codes: readonly string[]): CommandSpec<'tag' | 'reason'> => ({
    fields: [
      {
        key: 'tag',
        label: t('registry.tagChoose'),
        kind: 'choice',
        required: true,
        options: codes.map((value) => ({ value, label: tag(value) })),
      },
      reason.value,
    ],
  })
  const types = computed(() => props.kinds?.find((one) => one.kind === props.target.kind)?.relations ?? [])
  /** Only relations that it has can be withdrawn. */
  const relation = (its: boolean): Field<'relation'> => ({
    key: 'relation',
    label: t('registry.belonging.label'),
    kind: 'choice',
    required: true,
    options: its
      ? props.target.belongsTo.map((one) => ({ value: one.relation, label: one.label }))
      : types.value.map((one) => ({
          value: one.name,
          label: one.label,
          hint: listed(one.to.map(kind)),
        })),
  })
  return computed<CommandsOf<'/api/targets/{id}'> & Record<'tag' | 'untag', CommandSpec<'tag' | 'reason'>>>(
    () => ({
      close: move('close', 'danger'),
      move: move('move', 'danger'),
      revoke: move('revoke', 'danger'),
      reopen: move('reopen'),
      tag: tagged(tags.filter((one) => !props.target.tags.includes(one))),
      untag: tagged(props.target.tags),
      relate: {
        ask: t('registry.belonging.ask'),
        fields: [
          relation(false),
          { key: 'unitId', label: t('registry.belonging.other'), kind: 'slot', required: true },
          reason.value,
        ],
      },
      place: {
        ask: t('registry.register.placeAsk'),
        fields: [
          {
            key: 'registerId',
            label: t('registry.register.title'),
            kind: 'choice',
            required: true,
            options: registers.value.map((one) => ({ value: one.id, label: one.name })),
          },
          {
            key: 'place',
            label: t('registry.register.place'),
            kind: 'radio',
            required: true,
            value: 'in',
            options: ['in', 'out', 'by-rule'].map((value) => ({
              value,
              label: t(`registry.register.placed.${value}`),
            })),
          },
          reason.value,
        ],
      },
      unrelate: { fields: [relation(true), reason.value] },
      merge: {
        ask: t('registry.merger.hint'),
        fields: [{ key: 'absorbedId', label: t('registry.merger.choose'), kind: 'slot', required: true }],
      },
      'show-contact': { ask: t('registry.contactAsk'), fields: [reason.value] },
    }),
  )
}
