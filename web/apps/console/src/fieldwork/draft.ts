import type { RowError } from '@/api/problem'
import type { ItemEntry, ItemForm, RecordContent, VisitRecord } from './api'

/** What is entered so far, with an entry for every item of the visit, apart from what the platform holds. */
export function draftOf(record: VisitRecord): RecordContent {
  const content = JSON.parse(JSON.stringify(record.content)) as RecordContent
  return { ...content, items: record.items.map((form) => entryOf(form, content.items)) }
}

function entryOf(form: ItemForm, entries: readonly ItemEntry[]): ItemEntry {
  const { taskId, itemVersionId } = form
  const found = entries.find((one) => one.itemVersionId === itemVersionId && one.taskId === taskId)
  return found ?? { taskId, itemVersionId, answers: {}, type: '', finding: '', measures: [], handling: '' }
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

/** How many required questions of an item are answered, of how many. */
export function answered(form: ItemForm, entry: ItemEntry): { done: number; of: number } {
  const required = (form.checklist?.sections ?? [])
    .flatMap((section) => section.questions)
    .filter((question) => question.required)
  return {
    done: required.filter((question) => (entry.answers[question.code] ?? '') !== '').length,
    of: required.length,
  }
}
