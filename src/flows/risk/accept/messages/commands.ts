import type { Phrase } from '../../../../chat/locale.ts'

export const usage = { en: '<R-12>', 'zh-CN': '<R-12>' } satisfies Phrase
export const does = {
  en: 'live with a high or critical one for a while; the second line decides',
  'zh-CN': '在一段时间内接受高或极高风险，由第二道防线决定',
} satisfies Phrase
