import type { Phrase } from '../../../../chat/locale.ts'

export const usage = { assess: { en: '<R-12>', 'zh-CN': '<R-12>' } } satisfies Record<string, Phrase>
export const does = {
  assess: { en: 'how likely it is and how much it would hurt', 'zh-CN': '评估可能性和影响程度' },
} satisfies Record<string, Phrase>
