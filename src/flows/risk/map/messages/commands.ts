import type { Phrase } from '../../../../chat/locale.ts'

export const usage: Phrase = {
  en: '[mine | @colleague | category:Legal | line:2 | words] [since:2026-11-16]',
  'zh-CN': '[我的 | @同事 | 类别:法规 | 防线:2 | 文字] [自:2026-11-16]',
}
export const does: Phrase = {
  en: '5 × 5 heat map, with appetite and moves',
  'zh-CN': '5 × 5 风险热力图，含风险偏好和变动',
}
