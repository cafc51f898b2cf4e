import { messages } from '@/i18n/messages'
import { chinese } from './chinese'
import { english } from './english'

export default messages(chinese, english)
