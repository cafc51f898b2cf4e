import type { ItemRef, PlanDetail } from '@/planning/api'
import type { CommandsOf } from '@/shared/detail/command'
import type { Field } from '@/shared/form/field'
import type { ProposalDetail } from './api'

type Text = (key: string, values?: Record<string, unknown>) => string

const why = <K extends string>(key: K, t: Text, label = 'jointplans.why'): Field<K> => ({
  key,
  label: t(label),
  kind: 'longtext',
  required: true,
  length: 1000,
})

/** How the commands of a proposal are asked for. */
export function proposalCommands(
  proposal: ProposalDetail,
  items: readonly ItemRef[],
  t: Text,
): CommandsOf<'/api/proposals/{id}'> {
  const itemOptions = items.map((item) => ({ value: item.id, label: `${item.code} ${item.name}` }))
  return {
    propose: {
      tone: 'primary',
      label: t('jointplans.command.propose'),
      ask: t('jointplans.ask.propose', { count: proposal.line.arrangement.participants.length }),
      clause: 'plan.joint-approved-by',
      fields: [
        {
          key: 'answersUntil',
          label: t('jointplans.answersUntil'),
          kind: 'date',
          required: true,
          value: proposal.answersUntil ?? '',
        },
      ],
    },
    agree: {
      tone: 'primary',
      ask: t('jointplans.ask.agree', { lead: proposal.lead.name }),
      clause: 'plan.joint-approved-by',
      fields: [
        {
          key: 'itemVersionIds',
          label: t('jointplans.ownItems'),
          kind: 'choices',
          options: itemOptions,
          hint: t(items.length > 0 ? 'jointplans.ownItemsHint' : 'jointplans.ownItemsNone'),
        },
        { key: 'remark', label: t('jointplans.remark'), kind: 'longtext', length: 1000 },
      ],
    },
    decline: {
      ask: t('jointplans.ask.decline'),
      clause: 'plan.joint-approved-by',
      fields: [why('reason', t)],
    },
    coordinate: {
      ask: t('jointplans.ask.coordinate'),
      clause: 'plan.joint-approved-by',
      fields: [
        {
          key: 'participant',
          label: t('jointplans.participant'),
          kind: 'choice',
          required: true,
          options: proposal.answers.map(({ department }) => ({
            value: department.id,
            label: department.name,
          })),
        },
        { key: 'agreed', label: t('jointplans.takesPart'), kind: 'switch', value: true },
        why('note', t, 'jointplans.howAgreed'),
      ],
    },
    settle: { tone: 'primary', ask: t('jointplans.ask.settle'), clause: 'plan.joint-approved-by' },
    reopen: { ask: t('jointplans.ask.reopen'), fields: [why('reason', t)] },
    withdraw: { tone: 'danger', ask: t('jointplans.ask.withdraw'), fields: [why('reason', t)] },
    'return-proposal': {
      ask: t('jointplans.ask.return', { lead: proposal.lead.name }),
      fields: [why('reason', t)],
    },
    'open-ad-hoc': { tone: 'primary', ask: t('jointplans.ask.openAdHoc'), clause: 'ad-hoc' },
  }
}

/** Merging and keeping apart are chosen where the two stand side by side. */
export const besideEachOther = ['merge', 'keep-apart']

function filing(plan: PlanDetail, t: Text): Field<'with' | 'on' | 'reference'>[] {
  return [
    {
      key: 'with',
      label: t('jointplans.filing.with'),
      kind: 'choice',
      required: true,
      options: plan.filingsOpen.map((value) => ({ value, label: t(`jointplans.filedWith.${value}`) })),
      value: plan.filingsOpen.length === 1 ? plan.filingsOpen[0] : '',
    },
    { key: 'on', label: t('jointplans.filing.on'), kind: 'date', required: true },
    {
      key: 'reference',
      label: t('jointplans.filing.reference'),
      kind: 'text',
      required: true,
      length: 100,
      hint: t('jointplans.filing.referenceHint'),
    },
  ]
}

/** How the office's commands on a joint plan, and filings of all plans, are asked for. */
export function jointPlanCommands(plan: PlanDetail, t: Text): CommandsOf<'/api/plans/{id}'> {
  const decides = plan.way ? t(`jointplans.decides.${plan.way.decidesNow}`) : ''
  const label = (name: string) => t(`jointplans.planCommand.${name}`)
  return {
    'take-proposals': { label: label('take-proposals') },
    'change-joint-draft': { label: label('change-joint-draft') },
    'submit-joint': {
      tone: 'primary',
      label: label('submit-joint'),
      ask: t('jointplans.ask.submitJoint', { decides }),
      clause: 'plan',
    },
    'discard-joint': { tone: 'danger', label: label('discard-joint'), ask: t('jointplans.ask.discardJoint') },
    'enter-decision': {
      tone: 'primary',
      label: label('enter-decision'),
      ask: t('jointplans.ask.enterDecision', { decides }),
      clause: plan.way?.clauses[0] ?? 'plan',
      fields: [
        { key: 'on', label: t('jointplans.decidedOn'), kind: 'date', required: true },
        {
          key: 'documentNumber',
          label: t('jointplans.documentNumber'),
          kind: 'text',
          required: true,
          length: 100,
          hint: t('jointplans.documentNumberHint'),
        },
      ],
    },
    'return-joint': {
      label: label('return-joint'),
      ask: t('jointplans.ask.returnJoint'),
      fields: [why('reason', t)],
    },
    'publish-joint': {
      tone: 'primary',
      label: label('publish-joint'),
      ask: t('jointplans.ask.publishJoint'),
      clause: 'plan.publish',
    },
    'adjust-joint': {
      label: label('adjust-joint'),
      ask: t('jointplans.ask.adjustJoint'),
      clause: 'plan.publish',
      fields: [why('reason', t)],
    },
    'file-joint': {
      label: label('file'),
      ask: t('jointplans.ask.file'),
      clause: 'plan.joint-approved-by',
      fields: filing(plan, t),
    },
    file: {
      label: label('file'),
      ask: t('jointplans.ask.file'),
      clause: 'plan.file-with',
      fields: filing(plan, t),
    },
  }
}
