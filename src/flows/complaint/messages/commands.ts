import type { Phrase } from '../../../chat/locale.ts'

export const title: Phrase = { en: 'Complaints', 'zh-CN': '客诉' }
