import type { Part } from '../part.ts'
import { withKpi } from '../which.ts'
import { tieKpi, untieByButton, untieKpi } from './link.ts'

const usage = { en: '<key> <R-1 | C-12 | B-7 | O-3>', 'zh-CN': '<代码> <R-1 | C-12 | B-7 | O-3>' }

export const ties: Part = {
  commands: {
    link: {
      ...{ run: withKpi(tieKpi), aliases: ['关联'], usage },
      does: {
        en: 'ties it to a risk, a complaint, a blocker or an objective',
        'zh-CN': '关联风险、客诉、站会阻碍或目标',
      },
    },
    unlink: {
      ...{ run: withKpi(untieKpi), aliases: ['取消关联'], usage },
      does: { en: 'takes that back', 'zh-CN': '取消关联' },
    },
  },
  buttons: { untie: untieByButton },
}
