import { messages } from '@/i18n/messages'
import { chinese } from './chinese'
import { english } from './english'
import { poolChinese, poolEnglish } from './poolWords'
import { teamsChinese, teamsEnglish } from './teamWords'
import { togetherChinese, togetherEnglish } from './togetherWords'

export default messages(
  { ...chinese, pool: poolChinese, teams: teamsChinese, together: togetherChinese },
  { ...english, pool: poolEnglish, teams: teamsEnglish, together: togetherEnglish },
)
