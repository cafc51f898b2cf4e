import { messages } from '@/i18n/messages'
import { chinese } from './chinese'
import { english } from './english'
import { teamsChinese, teamsEnglish } from './teamWords'

export default messages({ ...chinese, teams: teamsChinese }, { ...english, teams: teamsEnglish })
