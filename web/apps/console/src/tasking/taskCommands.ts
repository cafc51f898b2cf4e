import type { CommandsOf } from '@/shared/detail/command'
import type { Field } from '@/shared/form/field'
import type { useText } from '@/shared/useText'
import type { Task } from './api'
import { needsReason, type PoolPlan } from './poolPlan'
import { formFields } from './teams'

type Texts = ReturnType<typeof useText>['t']
type Named = { id: string; name: string }[]

/** What there is to choose from; nothing until it is read. */
export interface TaskChoices {
  /** Departments that may be invited. */
  departments?: Named | null
  /** Sections to which it may be handed over. */
  sections?: Named | null
  /** What the pool asks for before it is frozen. */
  poolPlan?: PoolPlan | null
}

/** How the commands of a task are asked for. */
export function taskCommands(
  task: Task,
  { departments, sections, poolPlan }: TaskChoices,
  t: Texts,
): CommandsOf<'/api/tasks/{id}'> {
  const again = task.state !== 'opened'
  const frame = Object.values(task.pool.strata).reduce((sum, count) => sum + count, 0)
  const reason = {
    key: 'reason',
    label: t('tasking.ask.reason'),
    kind: 'longtext',
    required: true,
    length: 500,
  } as const satisfies Field
  const department = (label: string, of?: Named | null) =>
    ({
      key: 'departmentId',
      label: t(label),
      kind: 'choice',
      required: true,
      options: of?.map(({ id, name }) => ({ value: id, label: name })),
    }) as const satisfies Field
  return {
    invite: {
      tone: 'plain',
      ask: t('tasking.together.askInvite'),
      clause: 'joint-tasks.await',
      fields: [
        department('tasking.together.department', departments),
        { key: 'deadline', label: t('tasking.together.deadline'), kind: 'date', required: true },
      ],
    },
    'complete-set-up': {
      tone: 'primary',
      ask: t('tasking.together.askComplete'),
      clause: 'joint-tasks.await',
    },
    'prepare-pool': {
      tone: again ? 'plain' : 'primary',
      label: again ? t('tasking.command.prepare-again') : undefined,
      ask: t('tasking.ask.prepare'),
      clause: 'registry-confirmation',
    },
    'freeze-pool': {
      tone: 'primary',
      ask: t('tasking.ask.freeze', { frame, excluded: task.pool.size - frame }),
      clause: 'draw',
      fields: needsReason(poolPlan)
        ? [
            {
              ...reason,
              label: t('tasking.pool.freezeReason'),
              hint: t('tasking.pool.freezeReasonHint'),
            },
          ]
        : undefined,
    },
    'form-teams': {
      tone: 'primary',
      ask: t('tasking.ask.teams'),
      clause: 'inspector-draw',
      fields: formFields(task, t),
    },
    dispatch: { tone: 'primary', ask: t('tasking.ask.dispatch') },
    'hand-over': {
      tone: 'plain',
      ask: t('tasking.together.askHandOver'),
      fields: [department('tasking.together.section', sections), reason],
    },
    abandon: { tone: 'danger', ask: t('tasking.ask.abandon'), fields: [reason] },
  }
}
