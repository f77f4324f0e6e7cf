import type { Phrase } from '../../../../chat/locale.ts'

export const usage = {
  rate: { en: '<C-12> <1-5> [note]', 'zh-CN': '<C-12> <1-5> [备注]' },
  survey: { en: '<C-12>', 'zh-CN': '<C-12>' },
} satisfies Record<string, Phrase>

export const does = {
  rate: { en: 'write down how satisfied the customer is', 'zh-CN': '登记客户满意度' },
  survey: {
    en: 'the customer’s link to say how satisfied they are',
    'zh-CN': '获取发给客户的满意度回访链接',
  },
} satisfies Record<string, Phrase>

export const comes = {
  close: { en: 'closes, as the customer has not answered', 'zh-CN': '客户未反馈，自动关闭' },
} satisfies Record<string, Phrase>
