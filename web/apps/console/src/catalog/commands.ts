import type { CommandSpec, CommandsOf } from '@/shared/detail/command'
import type { Field } from '@/shared/form/field'

type Text = (key: string) => string
/** A batch is published on its own page. */
type ItemCommands = CommandsOf<'/api/items/{id}'> & { 'publish-in-batch': CommandSpec }

/** How the commands of an item are asked for: a joint one goes to the office of the joint conference. */
export function itemCommands(joint: boolean, t: Text): ItemCommands {
  const reason: Field<'reason'> = {
    key: 'reason',
    label: t('catalog.why'),
    kind: 'longtext',
    required: true,
    length: 1000,
  }
  const lastDay: Field<'lastDay'> = {
    key: 'lastDay',
    label: t('catalog.lastDay'),
    kind: 'date',
    hint: t('catalog.lastDayHint'),
  }
  const decision: Field<'on' | 'documentNumber'>[] = [
    { key: 'on', label: t('catalog.decidedOn'), kind: 'date', required: true },
    {
      key: 'documentNumber',
      label: t('catalog.documentNumber'),
      kind: 'text',
      required: true,
      length: 100,
      hint: t('catalog.documentNumberHint'),
    },
  ]
  return {
    submit: joint
      ? {
          tone: 'primary',
          label: t('catalog.propose'),
          ask: t('catalog.ask.propose'),
          clause: 'item-list.joint-approved-by',
        }
      : { tone: 'primary', ask: t('catalog.ask.submit'), clause: 'item-list' },
    consolidate: {
      tone: 'primary',
      ask: t('catalog.ask.consolidate'),
      clause: 'item-list.joint-approved-by',
    },
    'return-proposal': { ask: t('catalog.ask.returnProposal'), fields: [reason] },
    'enter-decision': {
      tone: 'primary',
      ask: t('catalog.ask.enterDecision'),
      clause: 'item-list.joint-approved-by',
      fields: decision,
    },
    'publish-in-batch': { tone: 'primary' },
    'retire-joint': {
      tone: 'danger',
      ask: t('catalog.ask.retireJoint'),
      clause: 'item-list.joint-approved-by',
      fields: [reason, ...decision, lastDay],
    },
    approve: { tone: 'primary', ask: t('catalog.ask.approve'), clause: 'item-list' },
    'send-back': { ask: t('catalog.ask.sendBack'), fields: [reason] },
    publish: {
      tone: 'primary',
      ask: t('catalog.ask.publish'),
      clause: 'item-list',
      fields: [{ key: 'from', label: t('catalog.fromDay'), kind: 'date', hint: t('catalog.fromDayHint') }],
    },
    'new-version': {
      ask: t('catalog.ask.newVersion'),
      fields: [
        reason,
        {
          key: 'changedLaw',
          label: t('catalog.changedLaw'),
          kind: 'text',
          length: 500,
          hint: t('catalog.changedLawHint'),
        },
      ],
    },
    retire: { tone: 'danger', ask: t('catalog.ask.retire'), fields: [reason, lastDay] },
    discard: { tone: 'danger', ask: t('catalog.ask.discard') },
  }
}
