import { onScopeDispose, ref, type Ref } from 'vue'

/** Narrower than this, tables become cards and the side menu a drawer. */
export const NARROW = '(max-width: 767px)'

/** Whether the window is narrow (a phone), kept up to date. */
export function useNarrow(): Ref<boolean> {
  const media = window.matchMedia(NARROW)
  const narrow = ref(media.matches)
  const follow = (event: MediaQueryListEvent) => (narrow.value = event.matches)
  media.addEventListener('change', follow)
  onScopeDispose(() => media.removeEventListener('change', follow))
  return narrow
}
