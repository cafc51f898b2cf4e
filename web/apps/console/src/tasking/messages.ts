import { messages } from '@/i18n/messages'
import { chinese } from './chinese'
import { english } from './english'
import { handoverChinese, handoverEnglish } from './handoverWords'
import { poolChinese, poolEnglish } from './poolWords'
import { teamsChinese, teamsEnglish } from './teamWords'
import { togetherChinese, togetherEnglish } from './togetherWords'

export default messages(
  {
    ...chinese,
    handover: handoverChinese,
    pool: poolChinese,
    teams: teamsChinese,
    together: togetherChinese,
  },
  {
    ...english,
    handover: handoverEnglish,
    pool: poolEnglish,
    teams: teamsEnglish,
    together: togetherEnglish,
  },
)
