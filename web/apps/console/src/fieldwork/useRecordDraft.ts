import { ref, watch } from 'vue'
import type { RecordContent, VisitRecord } from './api'
import { draftOf } from './draft'

/** What is entered into a record and not saved yet; a new version of the record begins it anew. */
export function useRecordDraft(record: () => VisitRecord, tell: (dirty: boolean) => void) {
  const draft = ref(draftOf(record()))
  const dirty = ref(false)

  function mark(unsaved: boolean): void {
    dirty.value = unsaved
    tell(unsaved)
  }

  function change(changed: Partial<RecordContent>): void {
    draft.value = { ...draft.value, ...changed }
    mark(true)
  }

  function changeItem(entry: RecordContent['items'][number]): void {
    change({
      items: draft.value.items.map((one) =>
        one.itemVersionId === entry.itemVersionId && one.taskId === entry.taskId ? entry : one,
      ),
    })
  }

  watch(
    () => record().version,
    () => {
      draft.value = draftOf(record())
      mark(false)
    },
  )
  return { draft, dirty, change, changeItem }
}
