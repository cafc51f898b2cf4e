import {
  evaluate,
  MODEL,
  readDefinition,
  type Answers,
  type Definition,
  type Evaluation,
} from '@sunlot/checklist-engine'
import type { RowError } from '@/api/problem'
import type { Tone } from '@/shared/tone'
import type { ItemEntry, ItemForm, RecordContent, VisitRecord } from './api'

/** How the states of a record look. */
export const stateTones: Record<string, Tone> = {
  draft: 'active',
  submitted: 'warn',
  returned: 'bad',
  accepted: 'good',
}

/** What is entered so far, with an entry for every item of the visit, apart from what the platform holds. */
export function draftOf(record: VisitRecord): RecordContent {
  const content = JSON.parse(JSON.stringify(record.content)) as RecordContent
  return { ...content, items: record.items.map((form) => entryOf(form, content.items)) }
}

function entryOf(form: ItemForm, entries: readonly ItemEntry[]): ItemEntry {
  const { taskId, itemVersionId } = form
  const found = entries.find((one) => one.itemVersionId === itemVersionId && one.taskId === taskId)
  return (
    found ?? {
      taskId,
      itemVersionId,
      answers: {},
      several: {},
      rows: {},
      remarks: {},
      type: '',
      finding: '',
      measures: [],
      handling: '',
      found: [],
      added: [],
    }
  )
}

/** Findings by the line they belong to, e.g. `items.<id>.finding`. */
export function findings(errors: readonly RowError[] | undefined): Record<string, string> {
  const lines: Record<string, string> = {}
  for (const { field = '', message, fix } of errors ?? []) {
    const said = fix ? `${message}。${fix}` : message
    lines[field] = lines[field] ? `${lines[field]}；${said}` : said
  }
  return lines
}

/** The checklist of an item in the engine's terms; null where there is none. */
export const definitionOf = ({ checklist }: ItemForm): Definition | null =>
  checklist ? readDefinition({ model: MODEL, title: checklist.title, sections: checklist.sections }) : null

/** What is answered, kept whole while it is edited: a question shown again still has its answer. */
export const answersOf = ({ answers, several, rows, remarks }: ItemEntry): Answers => ({
  answers,
  several,
  rows,
  remarks,
})

export function evaluated(form: ItemForm, entry: ItemEntry): Evaluation | null {
  const definition = definitionOf(form)
  return definition && evaluate(definition, answersOf(entry))
}

/** How many required questions of an item are answered, of how many. */
export function answered(form: ItemForm, entry: ItemEntry): { done: number; of: number } {
  const progress = evaluated(form, entry)?.progress
  return { done: progress?.requiredAnswered ?? 0, of: progress?.required ?? 0 }
}

/** What the platform found wrong with answers, by the codes of the questions; a cell belongs to its question. */
export function wrongAnswers(wrong: Record<string, string>, form: ItemForm): Record<string, string> {
  const before = `items.${form.itemVersionId}.answers.`
  const codes = (form.checklist?.sections ?? []).flatMap(({ questions }) => questions.map(({ code }) => code))
  const texts: Record<string, string> = {}
  for (const [field, text] of Object.entries(wrong)) {
    if (!field.startsWith(before)) continue
    const rest = field.slice(before.length)
    const [code] = codes
      .filter((one) => rest === one || rest.startsWith(`${one}.`))
      .sort((a, b) => b.length - a.length)
    if (code !== undefined) texts[code] = [texts[code], text].filter(Boolean).join('；')
  }
  return texts
}
