import type { Phrase } from '../../../chat/locale.ts'

export const title: Phrase = { en: 'Stand-ups', 'zh-CN': '站会' }

/** What each command does, for the help. */
export const does = {
  new: { en: 'set up a stand-up', 'zh-CN': '新建站会' },
  edit: { en: 'change a stand-up', 'zh-CN': '修改站会' },
  list: { en: 'all stand-ups', 'zh-CN': '查看全部站会' },
  show: { en: 'how a stand-up is set up', 'zh-CN': '查看站会的设置' },
  pause: { en: 'ask nobody until it is resumed', 'zh-CN': '暂停询问，直到恢复' },
  resume: { en: 'go on with a paused stand-up', 'zh-CN': '恢复暂停的站会' },
  delete: { en: 'delete a stand-up, after asking', 'zh-CN': '删除站会（会先确认）' },
  start: { en: 'hold it now', 'zh-CN': '立即开始' },
  answer: { en: 'give or change my answers', 'zh-CN': '填写或修改我的回答' },
  blockers: { en: 'what is in the way, and what can be done about it', 'zh-CN': '查看并处理未解决的阻碍' },
  skip: { en: 'skip today, with a reason if you like', 'zh-CN': '今天跳过，可写原因' },
  status: { en: 'who has answered today and who has not', 'zh-CN': '今天谁已回答、谁还没有' },
  history: { en: 'participation of the team or of a member', 'zh-CN': '团队或成员的参与情况' },
  export: { en: 'all answers as a CSV file, sent to you', 'zh-CN': '把全部回答导出为 CSV 文件发给你' },
} satisfies Record<string, Phrase>

/** What each timer does, for the list of what is coming: it stands after the stand-up's name and a colon. */
export const comes = {
  open: { en: 'opens', 'zh-CN': '开始' },
  prompt: { en: 'asks the next time zone', 'zh-CN': '询问下一个时区' },
  remind: { en: 'reminder', 'zh-CN': '提醒' },
  close: { en: 'digest', 'zh-CN': '汇总' },
} satisfies Record<string, Phrase>

/** How each is typed after its name. */
export const usage = {
  name: { en: '[name]', 'zh-CN': '[名称]' },
  reason: { en: '[reason]', 'zh-CN': '[原因]' },
  history: { en: '[name] [@member] [days | last week | 2026-11]', 'zh-CN': '[名称] [@成员] [天数 | 上周 | 2026-11]' },
  export: { en: '[name] [from] [to]', 'zh-CN': '[名称] [开始日期] [结束日期]' },
} satisfies Record<string, Phrase>
