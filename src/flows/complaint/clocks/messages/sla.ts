import type { Locale } from '../../../../chat/locale.ts'

const en = {
  title: 'How fast complaints are answered',
  summary: 'Times to acknowledge and to reply, by severity',
  severity: 'Severity',
  acknowledge: 'Acknowledge',
  reply: 'Reply',
  ofType: (severity: string, type: string) => `${severity}, ${type}`,
  received: 'Counted from receipt, all hours of the day unless it says “working”.',
  hours: (days: string, spans: string, zone: string) => `Work is done ${days}, ${spans} (${zone}).`,
  and: ' and ',
  change: (severity: string) => `Change ${severity}`,
  saved: (whose: string) => `Saved for ${whose}.`,
  same: (whose: string) => `Nothing has changed for ${whose}.`,

  formTitle: (severity: string) => `Times for ${severity}`,
  submit: 'Save',
  promise:
    'Counts for new complaints, and for those whose severity or type changes from now on. Clocks that run already keep what was promised.',
  type: 'Type',
  allTypes: 'all types',
  acknowledgeField: 'Acknowledge within',
  replyField: 'Reply within',
  hint: 'Such as 30m, 4h, 2d or 8h working. Left empty, the usual time counts.',
  unreadable: (typed: string) =>
    `I can’t read “${typed}”. Write 30m, 4h, 2d or 8h working; working time can’t be told in days.`,
  outOfRange: 'From one minute to thirty days.',
  replyFirst: 'The reply can’t be due before the complaint is acknowledged.',
  unknown: (typed: string) =>
    `“${typed}” is neither a severity nor a type. Write /complaint sla S2 or /complaint sla S2 billing.`,
}

const zhCN: typeof en = {
  title: '客诉服务时限',
  summary: '各级别客诉的受理和回复时限',
  severity: '级别',
  acknowledge: '受理时限',
  reply: '回复时限',
  ofType: (severity, type) => `${severity}，${type}类`,
  received: '从接收时起算，未注明“工作时间”的按自然时间计算。',
  hours: (days, spans, zone) => `工作时间：${days} ${spans}（${zone}）。`,
  and: '、',
  change: (severity) => `修改 ${severity}`,
  saved: (whose) => `${whose}的时限已保存。`,
  same: (whose) => `${whose}的时限没有变化。`,

  formTitle: (severity) => `${severity} 的时限`,
  submit: '保存',
  promise: '对新登记的客诉生效，也对此后调整级别或类型的客诉生效。已经开始的计时仍按原来的承诺执行。',
  type: '类型',
  allTypes: '所有类型',
  acknowledgeField: '受理时限',
  replyField: '回复时限',
  hint: '例如：30分钟、4小时、2天、工作时间8小时。留空则采用通用时限。',
  unreadable: (typed) => `无法识别“${typed}”。请写成 30分钟、4小时、2天 或 工作时间8小时；工作时间不能以天计算。`,
  outOfRange: '时限应在 1 分钟到 30 天之间。',
  replyFirst: '回复时限不能短于受理时限。',
  unknown: (typed) => `“${typed}”既不是级别也不是类型。请写 /complaint 时限 S2 或 /complaint 时限 S2 账单。`,
}

export const slaWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
