import type { Part } from '../part.ts'
import { atRisk, withRisk } from '../which.ts'
import { askToReview, review } from './review.ts'
import { roundOnTime } from './round.ts'

/** Reviews in their rhythm, and what is due about risks. */
export const reviewing: Part = {
  commands: {
    review: {
      run: withRisk(askToReview),
      aliases: ['复审'],
      usage: { en: '<R-12>', 'zh-CN': '<R-12>' },
      does: { en: 'is it still right, and when is the next review', 'zh-CN': '是否仍然准确，下次何时复审' },
    },
  },
  buttons: { review: atRisk(askToReview) },
  asks: ['review'],
  forms: { review },
  timers: {
    round: {
      does: { en: 'ask for reviews and actions of risks', 'zh-CN': '提醒风险复审和措施' },
      fire: roundOnTime,
      lasting: true,
    },
  },
}
