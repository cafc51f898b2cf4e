import type { Field } from '@/shared/form/field'
import type { Column } from '@/shared/list/column'
import type { Task } from './api'
import type { ShortfallView, TeamPreview } from './teamApi'

type T = (key: string, named?: Record<string, unknown>) => string

type Shortage = ShortfallView['lines'][number]

/** Why teams cannot be filled, a row for each kind of place: who is wanted for what, and how many there are. */
export function shortfallColumns(
  t: T,
  day: (text: string) => string,
  joined: (words: string[]) => string,
): Column<Shortage>[] {
  const when = ({ from, to }: Shortage) =>
    from === to ? day(from) : t('tasking.periodOf', { from: day(from), to: day(to) })
  const number = (key: 'visits' | 'places' | 'able' | 'free'): Column<Shortage> => ({
    key,
    title: t(`tasking.teams.lack.${key}`),
    align: 'end',
    text: (line) => String(line[key]),
  })
  return [
    { key: 'department', title: t('tasking.together.who'), main: true, text: (line) => line.department.name },
    {
      key: 'items',
      title: t('tasking.teams.lack.items'),
      text: (line) => (line.items.length > 0 ? joined(line.items) : t('tasking.teams.anyone')),
    },
    { key: 'when', title: t('tasking.period'), text: when },
    number('visits'),
    number('places'),
    number('able'),
    number('free'),
  ]
}

export interface WayOut {
  name: string
  /** Whether it is asked for and decided, by the rules. */
  way: boolean
  /** Where it is done otherwise. */
  to?: string
  training: boolean
}

/** What the rules allow where people are too few, and what helps under any rules. */
export function waysOut(preview: Pick<TeamPreview, 'waysOut'>): WayOut[] {
  return [
    ...preview.waysOut.map((one) => ({ name: one.way, way: true, training: one.trainingFirst })),
    { name: 'add', way: false, to: '/inspectors', training: false },
    { name: 'cap', way: false, to: '/schedule', training: false },
  ]
}

/** How teams are formed: by whom, where the rules leave the choice and several take part; and whether before their visits. */
export function formFields(task: Pick<Task, 'items' | 'teamWays'>, t: T): Field<'way' | 'teams'>[] {
  const several = new Set(task.items.map((item) => item.department.id)).size > 1
  const way: Field<'way'> = {
    key: 'way',
    label: t('tasking.teams.wayLabel'),
    kind: 'radio',
    required: true,
    options: task.teamWays.map((name) => ({ value: name, label: t(`tasking.teams.way.${name}`) })),
    value: task.teamWays[0],
    hint: t('tasking.teams.wayHint'),
  }
  const teams: Field<'teams'> = {
    key: 'teams',
    label: t('tasking.teams.first'),
    kind: 'number',
    min: 1,
    max: 500,
    hint: t('tasking.teams.firstHint'),
  }
  return several && task.teamWays.length > 1 ? [way, teams] : [teams]
}
