import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  title: 'The report every Monday',
  nobody: 'Nobody gets the report by itself.',
  list: 'Every Monday at 9:00 last week’s report goes to:',
  stop: (name: string) => `Stop: ${name}`,
  me: 'To me',
  here: (channel: string) => `To #${channel}`,
  hint: 'Also /ops report mondays #channel, /ops report mondays @colleague, and the same with off.',
  started: (name: string, first: string) => `Every Monday the report goes to ${name}; for the first time ${first}.`,
  already: (name: string) => `${name} gets the report every Monday already.`,
  stopped: (name: string) => `${name} no longer gets the report every Monday.`,
  never: (name: string) => `${name} does not get the report every Monday.`,
  notYours: 'Only administrators can have the report sent to somebody else.',
  notYoursToStop: 'Only they, whoever set it up and administrators can stop this.',
  gone: 'This has been stopped already.',
  closed: (channel: string) => `I can no longer post in #${channel}, so the report no longer goes there every Monday.`,
}

const zhCN: typeof en = {
  title: '每周一的报告',
  nobody: '还没有人自动收到报告。',
  list: '每周一 9:00，上周的报告会发给：',
  stop: (name) => spaced`停止：${name}`,
  me: '发给我',
  here: (channel) => `发到 #${channel}`,
  hint: '也可以用 /ops report 每周一 #频道、/ops report 每周一 @同事；加上“停止”则不再发送。',
  started: (name, first) => spaced`每周一会把报告发给 ${name}，首次为${first}。`,
  already: (name) => spaced`${name} 已经在每周一收到报告。`,
  stopped: (name) => spaced`不再每周一向 ${name} 发送报告。`,
  never: (name) => spaced`${name} 并没有在每周一收到报告。`,
  notYours: '只有管理员可以让报告发给其他人。',
  notYoursToStop: '只有收件人本人、设置者和管理员可以停止。',
  gone: '已经停止了。',
  closed: (channel) => spaced`我已无法在 #${channel} 发消息，所以不再每周一向那里发送报告。`,
}

export const mondayWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
