import type { Part } from '../part.ts'
import { digestOnTime } from './digest.ts'
import { follow, unfollow } from './follow.ts'
import { roundOnTime, roundsOnTime } from './round.ts'

const usage = { en: '[O-3 | team:Sales]', 'zh-CN': '[O-3 | 团队:销售]' }

export const rhythm: Part = {
  commands: {
    follow: {
      run: follow,
      aliases: ['关注'],
      usage,
      does: { en: 'hear what moves, the day after check-ins', 'zh-CN': '关注目标或团队的变化' },
    },
    unfollow: {
      run: unfollow,
      aliases: ['取消关注'],
      usage,
      does: { en: 'hear no more of it', 'zh-CN': '取消关注' },
    },
  },
  timers: {
    round: {
      does: { en: 'ask for OKR check-ins', 'zh-CN': '询问 OKR 进展' },
      fire: roundOnTime,
      fireAll: roundsOnTime,
      lasting: true,
    },
    digest: {
      does: { en: 'tell what moved in OKRs', 'zh-CN': '发布 OKR 变化' },
      fire: digestOnTime,
      lasting: true,
    },
  },
}
