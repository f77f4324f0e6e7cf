import type { Temporal } from 'temporal-polyfill'
import { sayDate, sayDateRange } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate }
const sayDays = ({ from, to }: Days, locale: Locale): string =>
  from.equals(to) ? sayDate(from, locale) : sayDateRange(from, to, locale)

const en = {
  title: (days: Days) => `Operations report · ${sayDays(days, 'en')}`,
  quiet: 'Nothing to report: no stand-up was held, and no complaint, objective, risk, KPI or escalation is open.',
  more: (command: string) => `See ${command}`,
  asOf: (when: string) => `What is open is as of ${when}.`,
  askedBy: (name: string) => `Asked for by ${name}.`,
  everyMonday: 'Every Monday; /ops report mondays stops it.',
  pictures: (title: string) => `Pictures of: ${title}`,
  file: 'As a file',
  post: (channel: string) => `Post in #${channel}`,
  mondays: 'Every Monday …',
  preview: (channel: string) => `As everybody in #${channel} will read it; what is confidential is left out.`,
  posted: (channel: string) => `The report is on its way to #${channel}.`,
  sent: (name: string) => `The report is on its way to ${name}, with what ${name} may see.`,
  fileReady: (title: string) => `${title}, as a file that opens in any browser`,
  badPeriod: (typed: string) =>
    `I can’t read “${typed}” as a week. Try week, last week, 2026-W47, 2026-11, or two dates of at most 92 days.`,
  oneTarget: 'Name one channel or one colleague.',
  stranger: 'I don’t know this person. Choose a colleague of this workspace.',
  noChannel: 'I can’t post there. Invite me to the channel first.',
  notForGuests: 'Only colleagues can see the report.',
}

const zhCN: typeof en = {
  title: (days) => `运营报告 · ${sayDays(days, 'zh-CN')}`,
  quiet: '没有可报告的内容：没有举行站会，也没有未结的客诉、目标、风险、指标或升级事项。',
  more: (command) => `详见 ${command}`,
  asOf: (when) => spaced`未结事项截至${when}。`,
  askedBy: (name) => spaced`由 ${name} 发起。`,
  everyMonday: '每周一发送；用 /ops report 每周一 可停止。',
  pictures: (title) => `图表：${title}`,
  file: '存为文件',
  post: (channel) => `发布到 #${channel}`,
  mondays: '每周一发送……',
  preview: (channel) => spaced`#${channel} 中所有人将看到以下内容；保密内容不计入。`,
  posted: (channel) => spaced`报告即将发布到 #${channel}。`,
  sent: (name) => spaced`报告即将发给 ${name}，内容限于 ${name} 有权查看的部分。`,
  fileReady: (title) => `${title}（文件，可用任何浏览器打开）`,
  badPeriod: (typed) =>
    `看不懂“${typed}”是哪段时间。可以写：本周、上周、2026-W47、2026-11，或相隔不超过 92 天的两个日期。`,
  oneTarget: '请只指定一个频道或一位同事。',
  stranger: '找不到这个人，请选择本工作区的同事。',
  noChannel: '我无法在那里发消息，请先邀请我加入频道。',
  notForGuests: '只有同事可以查看报告。',
}

export const reportWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
