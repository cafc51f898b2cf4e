import { computed, ref } from 'vue'
import { read } from '@/api/call'
import type { Schemas } from '@/api/description'
import { useSession } from '@/session/session'

const known = ref<Schemas['organisation.RegionView'][]>([])
let asked: string | undefined

/** Names of the divisions of the reader's own authority; asked for once, a code stays a code until they are there. */
export function useRegions() {
  const { me } = useSession()
  const authority = me.value?.authority.id
  if (authority && asked !== authority) {
    asked = authority
    read('/api/regions', {}).then(
      (regions) => (known.value = regions),
      () => (asked = undefined),
    )
  }
  const names = computed(() => new Map(known.value.map((one) => [one.code, one.name])))
  return { regions: known, regionName: (code: string) => names.value.get(code) ?? code }
}
