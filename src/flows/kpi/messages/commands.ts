import type { Phrase } from '../../../chat/locale.ts'

export const title: Phrase = { en: 'KPIs', 'zh-CN': '关键绩效指标' }

export const usage = {
  new: { en: '[name]', 'zh-CN': '[名称]' },
  set: { en: '<key> <value> [for:2026-W47]', 'zh-CN': '<代码> <数值> [周期:2026-W47]' },
  try: { en: '<key> [K-3]', 'zh-CN': '<代码> [K-3]' },
  key: { en: '<key>', 'zh-CN': '<代码>' },
  list: {
    en: '[mine | out | strategic | business | operational | execution | words]',
    'zh-CN': '[我的 | 越界 | 战略 | 业务 | 运营 | 执行 | 文字]',
  },
  mute: { en: '<key> <until> <reason>', 'zh-CN': '<代码> <截止> <原因>' },
} satisfies Record<string, Phrase>

export const does = {
  new: { en: 'a number to be watched', 'zh-CN': '新建指标' },
  set: { en: 'enters a value, or corrects one', 'zh-CN': '录入或更正数值' },
  show: { en: 'one with its latest values and rules', 'zh-CN': '查看指标、最新数值和规则' },
  list: { en: 'KPIs with their latest values', 'zh-CN': '指标及其最新数值' },
  edit: { en: 'changes its terms', 'zh-CN': '修改指标' },
  rules: { en: 'when it raises its hand', 'zh-CN': '预警规则' },
  try: { en: 'when its rules would have fired', 'zh-CN': '规则回测：过去何时会触发' },
  chart: { en: 'its values over time with bounds and alerts', 'zh-CN': '走势图，含界限与预警' },
  mute: { en: 'counts its alerts and tells nobody for a while', 'zh-CN': '静音一段时间：只计数不通知' },
  unmute: { en: 'takes that back', 'zh-CN': '取消静音' },
  archive: { en: 'stops watching it', 'zh-CN': '归档指标' },
  settings: { en: 'working days and holidays of KPIs', 'zh-CN': '指标的工作日与节假日' },
} satisfies Record<string, Phrase>

export const comes: Phrase = { en: 'looks whether a value is missing', 'zh-CN': '检查是否缺少数值' }
