import type { Phrase } from '../../../../chat/locale.ts'

export const usage = {
  new: { en: '[title]', 'zh-CN': '[标题]' },
  edit: { en: '<R-12>', 'zh-CN': '<R-12>' },
} satisfies Record<string, Phrase>

export const does = {
  new: { en: 'enter a risk', 'zh-CN': '登记一个风险' },
  edit: { en: 'change what stands there', 'zh-CN': '修改风险内容' },
} satisfies Record<string, Phrase>
