import type { Phrase } from '../../../chat/locale.ts'

export const title: Phrase = { en: 'Risks', 'zh-CN': '风险' }
