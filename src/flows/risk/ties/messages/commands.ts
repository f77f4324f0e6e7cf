import type { Phrase } from '../../../../chat/locale.ts'

export const usage = {
  link: { en: '<R-12> <C-12 | B-7 | O-3>', 'zh-CN': '<R-12> <C-12 | B-7 | O-3>' },
} satisfies Record<string, Phrase>

export const does = {
  link: {
    en: 'link it to a complaint, a blocker, an objective or another risk',
    'zh-CN': '关联客诉、站会阻碍、目标或其他风险',
  },
  unlink: { en: 'take that back', 'zh-CN': '取消关联' },
} satisfies Record<string, Phrase>
