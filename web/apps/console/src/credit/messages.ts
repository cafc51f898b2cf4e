import { messages } from '@/i18n/messages'
import { en } from './messagesEn'
import { zh } from './messagesZh'

export default messages(zh, en)
