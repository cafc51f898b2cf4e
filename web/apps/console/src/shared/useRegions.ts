import { computed, ref } from 'vue'
import { read } from '@/api/call'
import { useSession } from '@/session/session'

interface Region {
  code: string
  name: string
}

const known = ref<Region[]>([])
let asked: string | undefined

/** Names of the divisions of the reader's own authority; asked for once, a code stays a code until they are there. */
export function useRegions() {
  const { me } = useSession()
  const authority = me.value?.authority.id
  if (authority && asked !== authority) {
    asked = authority
    read<Region[]>('/api/regions').then(
      (regions) => (known.value = regions),
      () => (asked = undefined),
    )
  }
  const names = computed(() => new Map(known.value.map((one) => [one.code, one.name])))
  return { regions: known, regionName: (code: string) => names.value.get(code) ?? code }
}
