import { computed, ref, type ComputedRef } from 'vue'
import { forget, remember, remembered } from '../storage'
import type { Column } from './column'

/** The columns a user wants to see in one list, remembered under the list's name for this user. */
export function useColumns<Row>(list: string, owner: string, columns: ComputedRef<Column<Row>[]>) {
  const place = `columns.${owner}.${list}`
  const chosen = ref(remembered<string[]>(place))
  const defaults = computed(() =>
    columns.value.filter((column) => column.main || column.shown !== false).map((column) => column.key),
  )
  const keys = computed(() => chosen.value ?? defaults.value)
  return {
    keys,
    shown: computed(() => columns.value.filter((column) => column.main || keys.value.includes(column.key))),
    choose(next: string[]) {
      chosen.value = next
      remember(place, next)
    },
    reset() {
      chosen.value = undefined
      forget(place)
    },
  }
}
