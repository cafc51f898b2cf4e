import { computed, ref, watch, type Ref } from 'vue'

/**
 * Which parts of a long page are open: as `usual` says, until a reader opens or closes one. What was opened or closed is
 * forgotten when `usual` begins to say something else, e.g. when the window becomes narrow.
 */
export function useFolds(keys: Ref<string[]>, usual: Ref<'all' | 'first'>) {
  const turned = ref(new Map<string, boolean>())
  watch(usual, () => (turned.value = new Map()))
  const open = computed(
    () =>
      new Set(
        keys.value.filter((key, index) => turned.value.get(key) ?? (usual.value === 'all' || index === 0)),
      ),
  )
  const all = computed(() => keys.value.every((key) => open.value.has(key)))

  function fold(key: string): void {
    turned.value = new Map(turned.value).set(key, !open.value.has(key))
  }

  /** Opens everything, or closes it where everything is open. */
  function foldAll(): void {
    const to = !all.value
    turned.value = new Map(keys.value.map((key) => [key, to]))
  }
  return { open, all, fold, foldAll }
}
