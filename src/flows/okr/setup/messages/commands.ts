import type { Phrase } from '../../../../chat/locale.ts'

export const usage = {
  cycle: { en: '[list | new [Q1] | close | reopen <cycle>]', 'zh-CN': '[列表 | 新建 [一季度] | 关闭 | 重开 <周期>]' },
  new: { en: '[title]', 'zh-CN': '[目标]' },
  kr: { en: '<O-3> [title]', 'zh-CN': '<O-3> [关键结果]' },
  edit: { en: '<O-3 | KR-12>', 'zh-CN': '<O-3 | KR-12>' },
  align: { en: '<O-3> to <O-1 | none>', 'zh-CN': '<O-3> 到 <O-1 | 无>' },
  move: { en: '<O-3> to <cycle>', 'zh-CN': '<O-3> 到 <周期>' },
  archive: { en: '<O-3 | KR-12> [undo]', 'zh-CN': '<O-3 | KR-12> [撤销]' },
  rhythm: { en: '[O-3 | team:Sales] [weekly mon]', 'zh-CN': '[O-3 | 团队:销售] [每周 周一]' },
} satisfies Record<string, Phrase>

export const does = {
  cycle: { en: 'cycles: list, begin, close', 'zh-CN': '周期：列表、新建、关闭' },
  new: { en: 'set up an objective', 'zh-CN': '新建目标' },
  kr: { en: 'add a key result to an objective', 'zh-CN': '为目标添加关键结果' },
  edit: { en: 'change an objective or a key result', 'zh-CN': '修改目标或关键结果' },
  align: { en: 'put an objective below another one', 'zh-CN': '把目标对齐到上级目标' },
  move: { en: 'move an objective to another cycle', 'zh-CN': '把目标移到另一个周期' },
  archive: { en: 'take something out of sight, or bring it back', 'zh-CN': '归档或恢复' },
  rhythm: { en: 'how often check-ins are due', 'zh-CN': '多久更新一次进展' },
  settings: { en: 'fiscal year, working days, check-ins, reminders', 'zh-CN': '财年、工作日、更新节奏和提醒设置' },
} satisfies Record<string, Phrase>
