import type { Period } from '../../../calendar/read-period.ts'
import { sayDate, sayDateRange, sayDuration } from '../../../calendar/say.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Kept } from '../rules/voc.ts'

const percent = (share: number): string => `${Math.round(share * 100)} %`
const sayMinutes = (minutes: number | null, locale: Locale): string =>
  minutes === null ? '–' : sayDuration(Math.round(minutes), locale)

const en = {
  title: 'Voice of the customer',
  summary: (period: string, received: number) =>
    received === 1 ? `Complaints, ${period}: one was received` : `Complaints, ${period}: ${received} were received`,
  period: ({ from, to }: Period) => (from.equals(to) ? sayDate(from, 'en') : sayDateRange(from, to, 'en')),
  badPeriod: (typed: string) =>
    `I can’t read “${typed}” as a period. Try week, last week, month, last quarter, 2026-11, 2026-W47, or two dates.`,
  nothing: 'Nothing was received, closed or left open. File a complaint with /complaint.',
  received: 'Received',
  closed: 'Closed',
  open: 'Open at the end',
  acknowledged: 'Acknowledged in time',
  replied: 'Replied in time',
  kept: ({ share, within, decided }: Kept) =>
    share === null ? 'nothing was due' : `${percent(share)} (${within} of ${decided})`,
  toAcknowledge: 'Time to acknowledge',
  toReply: 'Time to reply',
  times: ({ median, p90 }: Kept) =>
    median === null ? 'none yet' : `median ${sayMinutes(median, 'en')}, p90 ${sayMinutes(p90, 'en')}`,
  csat: 'Satisfaction',
  answers: (count: number, mean: number, satisfied: number) =>
    `${mean.toFixed(1)} of 5 from ${count === 1 ? 'one answer' : `${count} answers`}, ${percent(satisfied)} satisfied`,
  noAnswers: 'no answers',
  byClass: 'Received, by type and severity',
  type: 'Type',
  all: 'All',
  families: 'Causes',
  unknownCause: 'not known yet',
  repeats: 'Customers who came again',
  pressing: 'Most pressing now',
  customers: (count: number) => (count === 1 ? 'one customer' : `${count} customers`),
  trend: 'The last twelve weeks',
  week: 'Week from',
  receivedShort: 'Received',
  closedShort: 'Closed',
  openShort: 'Open',
  alt: (first: string, last: string) => `Complaints received, closed and open in each week from ${first} to ${last}`,
  withoutConfidential: 'Confidential complaints are not counted here.',
  whatYouMaySee: 'Confidential complaints are counted only where you may see them.',
}

const zhCN: typeof en = {
  title: '客户之声',
  summary: (period, received) => `${period}客诉：接收 ${received} 件`,
  period: ({ from, to }) => (from.equals(to) ? sayDate(from, 'zh-CN') : sayDateRange(from, to, 'zh-CN')),
  badPeriod: (typed) => `看不懂“${typed}”是哪段时间。可以写：本周、上周、本月、上季度、2026-11、2026-W47，或两个日期。`,
  nothing: '这段时间没有接收、关闭或未结的客诉。用 /complaint 登记客诉。',
  received: '接收',
  closed: '关闭',
  open: '期末未结',
  acknowledged: '按时受理',
  replied: '按时回复',
  kept: ({ share, within, decided }) =>
    share === null ? '没有到期的时限' : `${percent(share)}（${decided} 件中 ${within} 件）`,
  toAcknowledge: '受理用时',
  toReply: '回复用时',
  times: ({ median, p90 }) =>
    median === null ? '暂无' : `中位数 ${sayMinutes(median, 'zh-CN')}，P90 ${sayMinutes(p90, 'zh-CN')}`,
  csat: '满意度',
  answers: (count, mean, satisfied) =>
    `${mean.toFixed(1)} 分（满分 5 分，${count} 个答复），满意 ${percent(satisfied)}`,
  noAnswers: '暂无答复',
  byClass: '接收的客诉，按类型和级别',
  type: '类型',
  all: '合计',
  families: '原因',
  unknownCause: '尚不明确',
  repeats: '再次投诉的客户',
  pressing: '当前最紧迫',
  customers: (count) => `${count} 位客户`,
  trend: '最近十二周',
  week: '周起始日',
  receivedShort: '接收',
  closedShort: '关闭',
  openShort: '未结',
  alt: (first, last) => `${first}至${last}每周接收、关闭和未结的客诉`,
  withoutConfidential: '保密客诉不计入本报告。',
  whatYouMaySee: '保密客诉只计入你有权查看的部分。',
}

export const reportWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
