import { ElMessage } from 'element-plus'
import { i18n } from '@/i18n'

/** Says that a step is done. */
export function sayDone(): void {
  ElMessage.success(i18n.global.t('shared.done'))
}

/** Takes back what was said of the step before: beside a refusal it would seem to speak of what was refused. */
export function unsayDone(): void {
  ElMessage.closeAll('success')
}
