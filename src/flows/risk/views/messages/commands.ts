import type { Phrase } from '../../../../chat/locale.ts'

export const usage = {
  list: {
    en: '[mine | all | @colleague | high | category:Legal | line:2 | closed | overdue | words]',
    'zh-CN': '[我的 | 全部 | @同事 | 高 | 类别:法规 | 防线:2 | 已关闭 | 逾期 | 文字]',
  },
  show: { en: '<R-12>', 'zh-CN': '<R-12>' },
  history: { en: '<R-12>', 'zh-CN': '<R-12>' },
} satisfies Record<string, Phrase>

export const does = {
  list: { en: 'the register, the highest first', 'zh-CN': '风险登记册，从高到低' },
  show: { en: 'one with everything about it', 'zh-CN': '查看一个风险的全部内容' },
  history: { en: 'how its grades have moved, and why', 'zh-CN': '风险等级的变动及原因' },
} satisfies Record<string, Phrase>
