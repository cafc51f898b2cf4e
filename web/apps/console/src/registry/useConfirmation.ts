import { ElMessage } from 'element-plus'
import { ref } from 'vue'
import type { SentCommand } from '@/shared/detail/command'
import { useRead } from '@/shared/useRead'
import { useText } from '@/shared/useText'
import { useWrite } from '@/shared/useWrite'
import { confirmRegistry, getConfirmation } from './api'

/** Whether a registry was confirmed as current, and the way to do so. */
export function useConfirmation(registry: 'targets' | 'inspectors') {
  const { t } = useText()
  const { state } = useRead((signal) => getConfirmation(registry, signal))
  const { state: writing, run, renew } = useWrite()
  const asking = ref(false)

  function start(): void {
    renew()
    asking.value = true
  }

  async function confirm({ values, key }: SentCommand): Promise<void> {
    const done = await run(() => confirmRegistry(registry, String(values.note ?? ''), key))
    if (!done) return
    state.data = done
    asking.value = false
    ElMessage.success(t('registry.confirmation.done'))
  }

  return { state, writing, asking, start, confirm }
}
