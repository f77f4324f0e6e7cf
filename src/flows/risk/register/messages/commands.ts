import type { Phrase } from '../../../../chat/locale.ts'

export const usage = { new: { en: '[title]', 'zh-CN': '[标题]' } } satisfies Record<string, Phrase>
export const does = { new: { en: 'enter a risk', 'zh-CN': '登记一个风险' } } satisfies Record<string, Phrase>
