import type { Phrase } from '../../../../chat/locale.ts'

export const usage: Phrase = {
  en: '[KR-12 | "name"] [42 | +3] [conf:7] [for:date] [note]',
  'zh-CN': '[KR-12 | "名称"] [42 | +3] [信心:7] [日期:…] [说明]',
}
export const does: Phrase = { en: 'check in on a key result', 'zh-CN': '更新关键结果的进展' }
