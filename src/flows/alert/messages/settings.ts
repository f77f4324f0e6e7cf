const en = {
  title: 'How alerts are told',
  save: 'Save',
  edit: 'Change',
  channel: 'Channel for alerts',
  channelHint:
    'Where alerts are posted whose KPI or risk names no channel of its own. Empty: nowhere, only persons are told.',
  channelWrong: 'I cannot post there. Choose a channel that is open to me.',
  storm: 'Told as one above',
  stormHint: 'Alerts a minute: more than that are one message with a list, what is critical apart and first.',
  stormWrong: 'Write a whole number from 1 to 1000.',
  policy: {
    low: 'Low goes up by',
    moderate: 'Moderate goes up by',
    high: 'High goes up by',
    critical: 'Critical goes up by',
  },
  policyHint: 'An escalation policy (/ops policy); its owner hears at once in any case. Empty: the usual one.',
  policyWrong: 'This policy does not exist any more.',
  usual: 'the usual policy',
  none: 'none',
  perMinute: (count: number) => `${count} a minute`,
  saved: 'That is how alerts are told from now on; walks under way stay as they are.',
  same: 'Nothing is other than before.',
  stale: 'Somebody has changed these settings meanwhile. Open them again: /risk alerts settings',
  notYours: 'Administrators and the second line (role risk) say how alerts are told.',
  channelClosed: (name: string) =>
    `Alerts were posted in #${name}, which is closed. Until another channel is chosen only persons are told.`,
}

const zhCN: typeof en = {
  title: '预警通知设置',
  save: '保存',
  edit: '修改',
  channel: '预警频道',
  channelHint: '指标或风险未指定频道时在此发布。留空：不发布，仅通知个人。',
  channelWrong: '无法在该频道发布，请选择我能访问的频道。',
  storm: '合并通知阈值',
  stormHint: '每分钟预警数：超过时合并为一条列表，极高级别单列在前。',
  stormWrong: '请填写 1 到 1000 的整数。',
  policy: { low: '低级别升级策略', moderate: '中级别升级策略', high: '高级别升级策略', critical: '极高级别升级策略' },
  policyHint: '升级策略（/ops policy）；负责人始终立即获知。留空：默认策略。',
  policyWrong: '该策略已不存在。',
  usual: '默认策略',
  none: '无',
  perMinute: (count) => `每分钟 ${count} 条`,
  saved: '预警通知设置已保存；进行中的升级不受影响。',
  same: '没有变化。',
  stale: '其间有人修改了设置，请重新打开：/risk alerts 设置',
  notYours: '只有管理员和第二道防线（risk 角色）可以修改预警通知设置。',
  channelClosed: (name) => `预警原发布在 #${name}，该频道已关闭。选择其他频道之前仅通知个人。`,
}

export const settingsWords = { en, 'zh-CN': zhCN }
