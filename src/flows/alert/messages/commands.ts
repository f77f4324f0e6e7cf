import type { Phrase } from '../../../chat/locale.ts'

export const title: Phrase = { en: 'Alerts', 'zh-CN': '预警' }

export const usage: Phrase = {
  en: '[A-12 | mine | all | critical | over | settings]',
  'zh-CN': '[A-12 | 我的 | 全部 | 极高 | 已结束 | 设置]',
}

export const does: Phrase = { en: 'what is raised now, and who has it', 'zh-CN': '当前预警及接手人' }

export const comes = {
  unmute: { en: 'tells of the alert, if it still fires when its mute ends', 'zh-CN': '静音结束时如仍触发则通知' },
  settle: { en: 'tells of the alert again, if it has stayed', 'zh-CN': '预警如持续则再次通知' },
} satisfies Record<string, Phrase>
