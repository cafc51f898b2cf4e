import { computed } from 'vue'
import type { Step } from '@/shared/step'
import { useText } from '@/shared/useText'

const names = ['file', 'columns', 'result'] as const

/** The three steps; `failed` marks the present one. */
export function useSteps(at: () => number, failed: () => boolean = () => false) {
  const { t } = useText()
  return computed<Step[]>(() =>
    names.map((key, index) => ({
      key,
      label: t(`imports.step.${key}`),
      state: index < at() ? 'done' : index > at() ? 'todo' : failed() ? 'failed' : 'current',
    })),
  )
}
