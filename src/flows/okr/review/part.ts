import type { Part } from '../part.ts'
import { carryOver } from './carry-over.ts'
import { askForGrades, saveGrades } from './grades.ts'
import { reviewByButton, reviewByCommand, saveReview } from './review.ts'
import { searchReviews, showReview } from './search.ts'

export const review: Part = {
  commands: {
    review: {
      run: reviewByCommand,
      aliases: ['复盘'],
      usage: { en: '[O-3]', 'zh-CN': '[O-3]' },
      does: { en: 'scores, problems, lessons and what is next', 'zh-CN': '复盘：得分、问题、经验和下一步' },
    },
    reviews: {
      run: searchReviews,
      aliases: ['复盘记录'],
      usage: { en: '[words | cycle:Q3 | @colleague]', 'zh-CN': '[文字 | 周期:Q3 | @同事]' },
      does: { en: 'search what was learnt', 'zh-CN': '搜索复盘记录' },
    },
  },
  buttons: { review: reviewByButton, carry: carryOver, 'show-review': showReview, grades: askForGrades },
  asks: ['review', 'grades'],
  forms: { review: saveReview, grades: saveGrades },
}
