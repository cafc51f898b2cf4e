import type { NamedId } from '@/api/description'
import type { CommandsOf } from '@/shared/detail/command'
import type { Field } from '@/shared/form/field'
import type { InspectorDetail } from './api'
import { inspectorFields, type InspectorMember } from './inspectorFields'

const relations = ['relative', 'holds-shares', 'former-employer', 'dispute', 'other']

/** What can be done with an inspector, and what it asks for. */
export function inspectorCommands(
  t: (key: string) => string,
  detail: InspectorDetail,
  own?: NamedId,
  sections: readonly NamedId[] = [],
): CommandsOf<'/api/inspectors/{id}', InspectorMember> {
  const reason: Field<'reason'> = {
    key: 'reason',
    label: t('registry.why'),
    kind: 'longtext',
    required: true,
    length: 500,
  }
  return {
    change: {
      fields: [
        ...inspectorFields(t, own, detail, sections),
        { key: 'active', label: t('registry.active'), kind: 'switch', value: detail.inspector.active },
        reason,
      ],
    },
    'add-leave': {
      ask: t('registry.leaveHint'),
      fields: [
        { key: 'from', label: t('registry.leaveFrom'), kind: 'date', required: true },
        { key: 'to', label: t('registry.leaveTo'), kind: 'date', required: true },
        reason,
      ],
    },
    'add-training': {
      ask: t('registry.trainingHint'),
      clause: 'inspectors.training-first',
      fields: [
        { key: 'on', label: t('registry.trainingOn'), kind: 'date', required: true },
        {
          key: 'hours',
          label: t('registry.trainingHours'),
          kind: 'number',
          required: true,
          min: 1,
          max: 400,
        },
        { key: 'topic', label: t('registry.trainingTopic'), kind: 'text', required: true, length: 200 },
        { key: 'organiser', label: t('registry.trainingOrganiser'), kind: 'text', length: 200 },
      ],
    },
    'remove-training': {
      fields: [
        {
          key: 'trainingId',
          label: t('registry.trainingOne'),
          kind: 'choice',
          required: true,
          options: detail.trainings.map((one) => ({ value: one.id, label: `${one.on} ${one.topic}` })),
        },
        reason,
      ],
    },
    'declare-interest': {
      ask: t('registry.interestHint'),
      fields: [
        { key: 'targetId', label: t('registry.interestTarget'), kind: 'slot', required: true },
        reason,
      ],
    },
    declare: {
      ask: t('registry.declareHint'),
      fields: [
        {
          key: 'kind',
          label: t('registry.declaredKind'),
          kind: 'radio',
          required: true,
          value: 'business',
          options: ['business', 'person'].map((value) => ({
            value,
            label: t(`registry.declaredKinds.${value}`),
          })),
        },
        { key: 'name', label: t('registry.declaredName'), kind: 'text', required: true, length: 200 },
        {
          key: 'unitId',
          label: t('registry.declaredUnit'),
          kind: 'text',
          length: 100,
        },
        {
          key: 'relation',
          label: t('registry.relation'),
          kind: 'choice',
          required: true,
          options: relations.map((value) => ({ value, label: t(`registry.relations.${value}`) })),
        },
        reason,
      ],
    },
    'withdraw-declaration': {
      label: t('registry.declarationWithdraw'),
      fields: [
        {
          key: 'declarationId',
          label: t('registry.declaredName'),
          kind: 'choice',
          required: true,
          options: detail.declarations.map((one) => ({ value: one.id, label: one.name })),
        },
        reason,
      ],
    },
    'withdraw-interest': {
      label: t('registry.interestWithdraw'),
      fields: [
        {
          key: 'targetId',
          label: t('registry.interestTarget'),
          kind: 'choice',
          required: true,
          options: detail.interests.map((one) => ({ value: one.targetId, label: one.targetName })),
        },
        reason,
      ],
    },
  }
}
