import type { Phrase } from '../../../chat/locale.ts'

export const title: Phrase = { en: 'OKRs', 'zh-CN': 'OKR' }
