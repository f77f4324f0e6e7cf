const en = {
  badUntil: (typed: string) =>
    `I can’t read “${typed}” as a date. Write /kpi mute <key> <until> <reason>, such as 2026-12-01, monday or 4h.`,
  past: 'That is over already. Name a later day.',
  tooFar: 'A KPI can be muted for a year at most.',
  why: 'Say why, after the date: whoever looks for its alerts wants to know.',
  longReason: (most: number, typed: number) => `The reason has ${typed} characters; ${most} fit.`,
  muted: (until: string) =>
    `Muted until ${until}: its alerts are counted and nobody is told. What still fires then is told once.`,
  unmuted: 'Its alerts are told again; what fires is told now.',
  notMuted: 'It is not muted.',
}

const zhCN: typeof en = {
  badUntil: (typed) =>
    `无法将“${typed}”识别为日期。写法：/kpi mute <代码> <截止> <原因>，如 2026-12-01、周一 或 4小时。`,
  past: '该时间已过，请选择更晚的日期。',
  tooFar: '最多静音一年。',
  why: '请在日期后说明原因，以便他人了解。',
  longReason: (most, typed) => `原因共 ${typed} 个字符，最多 ${most} 个。`,
  muted: (until) => `已静音至 ${until}：预警只计数不通知；届时仍触发的将通知一次。`,
  unmuted: '已恢复通知；正在触发的将立即通知。',
  notMuted: '当前未静音。',
}

export const muteWords = { en, 'zh-CN': zhCN }
