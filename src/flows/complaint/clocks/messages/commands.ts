import type { Phrase } from '../../../../chat/locale.ts'
import type { ClockKind } from '../../rules/targets.ts'

/** What each command does, for the help. */
export const does = {
  sla: { en: 'how fast complaints are acknowledged and replied to', 'zh-CN': '查看或修改受理与回复时限' },
  clock: { en: 'how the time of a complaint adds up', 'zh-CN': '查看客诉的计时明细' },
  pause: { en: 'stop its clocks while you wait for the customer', 'zh-CN': '等待客户期间暂停计时' },
  resume: { en: 'let its clocks run on', 'zh-CN': '恢复计时' },
} satisfies Record<string, Phrase>

export const usage = {
  reference: { en: '<C-12>', 'zh-CN': '<C-12>' },
  pause: { en: '<C-12> <reason>', 'zh-CN': '<C-12> <原因>' },
  sla: { en: '[S1–S4] [type]', 'zh-CN': '[S1–S4] [类型]' },
} satisfies Record<string, Phrase>

/** What each timer does, for the list of what is coming: it stands after the reference and a colon. */
export const comes = {
  warn: { en: 'warning that time runs out', 'zh-CN': '时限预警' },
  breach: { en: 'time is up', 'zh-CN': '时限到期' },
  replan: { en: 'clocks follow the new working hours', 'zh-CN': '按新的工作时间重新计时' },
} satisfies Record<string, Phrase>

/** The same where it is known which clock it is. */
export const comesExactly = {
  warn: {
    acknowledge: { en: 'warning that the time to acknowledge runs out', 'zh-CN': '受理时限预警' },
    reply: { en: 'warning that the time to reply runs out', 'zh-CN': '回复时限预警' },
  },
  breach: {
    acknowledge: { en: 'the time to acknowledge is up', 'zh-CN': '受理时限到期' },
    reply: { en: 'the time to reply is up', 'zh-CN': '回复时限到期' },
  },
} satisfies Record<string, Record<ClockKind, Phrase>>
