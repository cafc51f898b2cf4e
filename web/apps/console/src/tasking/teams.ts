import type { Field } from '@/shared/form/field'
import type { Task } from './api'
import type { ShortfallView, TeamPreview } from './teamApi'

type T = (key: string, named?: Record<string, unknown>) => string

/** Why teams cannot be filled, a sentence for each kind of place: “three visits need …; only one has room”. */
export function shortfallTexts(
  shortfall: ShortfallView,
  t: T,
  day: (text: string) => string,
  locale: string,
): string[] {
  return shortfall.lines.map((line) => {
    const when =
      line.from === line.to
        ? t('tasking.teams.on', { day: day(line.from) })
        : t('tasking.teams.between', { from: day(line.from), to: day(line.to) })
    const items = line.items.join(locale === 'en' ? ', ' : '、')
    const who = items ? t('tasking.teams.who', { items }) : t('tasking.teams.anyone')
    return t('tasking.teams.line', {
      when,
      who,
      visits: line.visits,
      places: line.places,
      department: line.department.name,
      able: line.able,
      free: line.free,
    })
  })
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
