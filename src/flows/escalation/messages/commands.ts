import type { Phrase } from '../../../chat/locale.ts'

export const title: Phrase = { en: 'Escalation', 'zh-CN': '升级上报' }

export const POLICY: Phrase = { en: '[policy]', 'zh-CN': '[策略]' }
export const POLICY_AND_OWNER: Phrase = { en: '[policy] [@owner]', 'zh-CN': '[策略] [@负责人]' }

export const POLICY_USAGE: Phrase = {
  en: '[list|show|new|edit|try] [policy] [@owner]',
  'zh-CN': '[列表|查看|新建|编辑|试算] [策略] [@负责人]',
}

export const WALKS_USAGE: Phrase = { en: '[all]', 'zh-CN': '[全部]' }

/** What each command does, for the help. */
export const does = {
  walks: { en: 'what has been escalated and is not resolved yet', 'zh-CN': '查看尚未解决的升级事项' },
  policy: {
    en: 'escalation policies: who is told when nobody acts; whom a step would reach right now',
    'zh-CN': '升级策略：无人处理时通知谁；试算每一步此刻会通知谁',
  },
  list: { en: 'all escalation policies and the fallback channel', 'zh-CN': '查看全部升级策略和兜底频道' },
  show: { en: 'the steps of a policy', 'zh-CN': '查看一个策略的步骤' },
  new: { en: 'make a policy; administrators only', 'zh-CN': '新建策略（仅管理员）' },
  edit: { en: 'change a policy; administrators only', 'zh-CN': '修改策略（仅管理员）' },
  try: { en: 'whom each step would reach right now, and why', 'zh-CN': '试算每一步此刻会通知谁、为什么' },
} satisfies Record<string, Phrase>

/** What each timer does, for the list of what is coming. */
export const comes = {
  step: { en: 'The next step of an escalation', 'zh-CN': '升级上报的下一步' },
  idle: { en: 'An escalation without progress wakes up', 'zh-CN': '升级事项无进展时再次提醒' },
} satisfies Record<string, Phrase>
