import type { Phrase } from '../../../../chat/locale.ts'

export const does = {
  file: { en: 'file a complaint', 'zh-CN': '登记客诉' },
  rules: { en: 'who gets which complaints, or try it on a text', 'zh-CN': '查看分派规则，或用一段文字试算' },
  settings: { en: 'triage channel, duty owner, working hours', 'zh-CN': '设置分诊频道、值班负责人和工作时间' },
  watch: { en: 'turn what is written in a channel into drafts', 'zh-CN': '把频道里的消息变成客诉草稿' },
  unwatch: { en: 'stop watching a channel', 'zh-CN': '取消监听频道' },
  watched: { en: 'which channels are watched', 'zh-CN': '查看正在监听的频道' },
  forget: { en: 'forgets what was typed and never filed', 'zh-CN': '清除已填写但未登记的内容' },
} satisfies Record<string, Phrase>

export const usage = {
  rules: { en: '[try <what happened>]', 'zh-CN': '[试算 <客诉内容>]' },
  watch: { en: '[#channel]', 'zh-CN': '[#频道]' },
  unwatch: { en: '#channel', 'zh-CN': '#频道' },
} satisfies Record<string, Phrase>

export const shortcutTitle: Phrase = { en: 'File a complaint', 'zh-CN': '登记为客诉' }
