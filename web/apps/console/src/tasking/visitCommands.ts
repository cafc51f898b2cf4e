import type { CommandsOf } from '@/shared/detail/command'
import type { Field, Option } from '@/shared/form/field'
import type { Visit, VisitRow } from './api'
import { OTHER_REASON } from './staffing'
import type { AssistantChoice } from './teamApi'

type T = (key: string, named?: Record<string, unknown>) => string
type Word = (prefix: string, name: string) => string

/** How the commands of a visit are asked for; the ways are those that the rules give. */
export function visitCommands(
  visit: Visit,
  others: VisitRow[],
  assistants: AssistantChoice[],
  t: T,
  word: Word,
): CommandsOf<'/api/visits/{id}', 'reasonText'> {
  const statement: Field<'statement'> = {
    key: 'statement',
    label: t('tasking.statement'),
    kind: 'longtext',
    required: true,
    length: 2000,
    hint: t('tasking.statementHint'),
  }
  const ways = (kind: string): Option[] =>
    (visit.ways[kind] ?? []).map((way) => ({ value: way, label: word('tasking.ways', way) }))
  const wayOf = (kind: string): Field<'way'> => ({
    key: 'way',
    label: t('tasking.way'),
    kind: 'radio',
    required: true,
    options: ways(kind),
    value: ways(kind)[0]?.value,
  })
  const members: Option[] = visit.members.map((one) => ({
    value: one.inspectorId,
    label: one.name,
    hint: one.leader ? t('tasking.leader') : one.department.name,
  }))
  const who: Field<'inspectorId'> = {
    key: 'inspectorId',
    label: t('tasking.who'),
    kind: 'choice',
    required: true,
    options: members,
  }
  const swap: Field<'otherVisitId'>[] = ways('recusal').some((one) => one.value === 'swap-targets')
    ? [
        {
          key: 'otherVisitId',
          label: t('tasking.other'),
          kind: 'choice',
          options: others.map((one) => ({ value: one.id, label: `${one.targetName} ${one.number}` })),
          hint: t('tasking.otherHint'),
        },
      ]
    : []
  return {
    recuse: {
      ask: t('tasking.ask.recuse'),
      clause: 'recusal',
      fields: [who, wayOf('recusal'), ...swap, statement],
    },
    replace: {
      ask: t('tasking.ask.replace'),
      clause: 'replacement',
      fields: [
        who,
        {
          key: 'reason',
          label: t('tasking.reasonLabel'),
          kind: 'radio',
          required: true,
          options: [
            ...visit.replacementReasons.map((name) => ({ value: name, label: word('tasking.reason', name) })),
            { value: OTHER_REASON, label: t('tasking.reasonOther') },
          ],
        },
        { key: 'reasonText', label: t('tasking.reasonOtherText'), kind: 'text', length: 180 },
        statement,
      ],
    },
    'report-shortage': {
      ask: t('tasking.ask.shortage'),
      clause: 'inspector-shortage',
      fields: [wayOf('shortage'), statement],
    },
    'plan-day': {
      tone: 'primary',
      ask: t('tasking.ask.day'),
      clause: 'team.leader',
      fields: [
        {
          key: 'day',
          label: t('tasking.teams.day'),
          kind: 'date',
          value: visit.plannedOn ?? '',
          hint: t('tasking.teams.dayHint'),
        },
      ],
    },
    'appoint-leader': {
      tone: 'plain',
      ask: t('tasking.ask.leader'),
      clause: 'team.leader',
      fields: [{ ...who, label: t('tasking.teams.newLeader') }],
    },
    'add-assistant': {
      tone: 'plain',
      ask: t('tasking.ask.along'),
      clause: 'team.experts-outside-team',
      fields: [
        {
          key: 'subjectId',
          label: t('tasking.teams.subject'),
          kind: 'choice',
          required: true,
          options: assistants.map((one) => ({
            value: `${one.kind}:${one.id}`,
            label: one.name,
            hint: word('tasking.teams.kind', one.kind),
          })),
        },
        { key: 'purpose', label: t('tasking.teams.purpose'), kind: 'text', required: true, length: 500 },
      ],
    },
    'remove-assistant': {
      tone: 'plain',
      fields: [
        {
          key: 'subjectId',
          label: t('tasking.teams.subject'),
          kind: 'choice',
          required: true,
          options: visit.assistants.map((one) => ({ value: one.id, label: one.name })),
        },
      ],
    },
    'show-contact': {
      tone: 'plain',
      ask: t('tasking.ask.contact'),
      fields: [{ key: 'reason', label: t('tasking.ask.reason'), kind: 'text', required: true, length: 1000 }],
    },
    'drop-as-exempt': {
      tone: 'danger',
      ask: t('tasking.ask.exempt'),
      clause: 'exemption-list',
      fields: [statement],
    },
  }
}
