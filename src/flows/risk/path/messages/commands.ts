import type { Phrase } from '../../../../chat/locale.ts'

export const usage = { one: { en: '<R-12>', 'zh-CN': '<R-12>' } } satisfies Record<string, Phrase>

export const does = {
  close: { en: 'it is over', 'zh-CN': '关闭风险' },
  reopen: { en: 'it is not', 'zh-CN': '重新打开风险' },
} satisfies Record<string, Phrase>
