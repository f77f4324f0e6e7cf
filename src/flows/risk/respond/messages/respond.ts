import type { Locale } from '../../../../chat/locale.ts'

const en = {
  title: (reference: string) => `Respond to ${reference}`,
  submit: 'Save',
  response: 'Response',
  of: {
    avoid: 'Avoid: stop what causes it',
    transfer: 'Transfer: somebody else bears it, such as an insurer',
    mitigate: 'Mitigate: make it less likely or less bad',
    accept: 'Accept: live with it',
  },
  plan: 'Plan',
  planHint: 'What will be done, or why it can be lived with. Steps with an owner and a date are actions.',
  responseEmpty: 'Choose what is done about it.',
  needsDecision: (reference: string) =>
    `Living with a high or critical risk is for the second line to decide. Propose it: /risk accept ${reference}.`,
  planEmpty: 'Say what will be done, or why it can be lived with.',
  tooLong: (most: number, now: number) => `Up to ${most} characters; these are ${now}.`,
  responded: (reference: string) =>
    `The response to ${reference} is saved. Add its steps: /risk action add ${reference}. When the plan stands: /risk monitor ${reference}.`,
  same: (reference: string) => `The response to ${reference} is as it was.`,
  noPlan: (reference: string) =>
    `There is no plan for ${reference} yet. Say what is done about it: /risk respond ${reference}.`,
  monitored: (reference: string) => `${reference} is monitored from now on.`,
}

const zhCN: typeof en = {
  title: (reference) => `应对 ${reference}`,
  submit: '保存',
  response: '应对策略',
  of: {
    avoid: '规避：停止引发风险的活动',
    transfer: '转移：由他方承担，例如保险',
    mitigate: '减轻：降低可能性或影响',
    accept: '接受：承受该风险',
  },
  plan: '应对计划',
  planHint: '要做什么，或者为什么可以承受。有负责人和期限的步骤请登记为措施。',
  responseEmpty: '请选择应对策略。',
  needsDecision: (reference) => `接受高或极高风险须由第二道防线决定。请提出：/risk 接受 ${reference}。`,
  planEmpty: '请写明要做什么，或者为什么可以承受。',
  tooLong: (most, now) => `最多 ${most} 个字符，现在有 ${now} 个。`,
  responded: (reference) =>
    `${reference} 的应对计划已保存。新增措施：/risk 措施 新增 ${reference}。计划就绪后：/risk 监控 ${reference}。`,
  same: (reference) => `${reference} 的应对计划没有变化。`,
  noPlan: (reference) => `${reference} 还没有应对计划。请先制定：/risk 应对 ${reference}。`,
  monitored: (reference) => `${reference} 已进入监控。`,
}

export const respondWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
