import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  statusTitle: (name: string, date: string) => `${name} · ${date}`,
  statusSummary: (name: string, done: number, of: number) => `${name}: ${done} of ${of} have answered`,
  notOn: (name: string) => `${name} is not on today.`,
  nextTime: (when: string) => `Next time: ${when}`,
  seeCard: 'The card in the channel',

  historyTitle: (name: string, days: number) => `${name} · the last ${days} days`,
  historyOf: (who: string, name: string) => `${who} in ${name}`,
  historyNone: (name: string) => `${name} has not taken place in this time.`,
  held: 'Held',
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  teamRate: 'Participation',
  member: 'Member',
  answered: 'Answered',
  rate: 'Share',
  streak: 'In a row',
  historyNote: 'Days away, days off and skipped ones do not count. Listed by name; not a ranking.',
  day: 'Day',
  what: 'What',
  states: {
    later: 'later',
    due: 'not yet',
    answered: 'answered',
    skipped: 'skipped',
    away: 'away',
    missed: 'missed',
    left: 'left',
    excused: 'not counted',
  },
  late: 'late',

  exported: (name: string) => `The answers of ${name} as a file`,
  exportedText: (rows: number, from: string, to: string) => `${rows} answers, ${from} to ${to}.`,
  onItsWay: 'The file is on its way to you privately.',
  nothingToExport: (name: string) => `${name} has no answers in this time.`,
  columns: ['Date', 'Stand-up', 'Person', 'Question', 'Answer', 'Answered at'],
}

const zhCN: typeof en = {
  statusTitle: (name, date) => `${name} · ${date}`,
  statusSummary: (name, done, of) => `${name}：${of} 人中已有 ${done} 人回答`,
  notOn: (name) => `“${name}”今天没有进行。`,
  nextTime: (when) => `下次：${when}`,
  seeCard: '频道中的卡片',

  historyTitle: (name, days) => `${name} · 最近 ${days} 天`,
  historyOf: (who, name) => spaced`${who}在“${name}”的参与情况`,
  historyNone: (name) => `“${name}”在此期间没有进行过。`,
  held: '举行',
  times: (count) => `${count} 次`,
  teamRate: '参与率',
  member: '成员',
  answered: '已回答',
  rate: '比例',
  streak: '连续',
  historyNote: '不在岗、休息日和跳过的不计入。仅按姓名列出，不作排名。',
  day: '日期',
  what: '情况',
  states: {
    later: '未到时间',
    due: '未回答',
    answered: '已回答',
    skipped: '跳过',
    away: '不在岗',
    missed: '缺席',
    left: '已退出',
    excused: '不计',
  },
  late: '补交',

  exported: (name) => `“${name}”的回答（文件）`,
  exportedText: (rows, from, to) => spaced`共 ${rows} 条回答，${from}至${to}。`,
  onItsWay: '文件会私下发给你。',
  nothingToExport: (name) => `“${name}”在此期间没有回答。`,
  columns: ['日期', '站会', '成员', '问题', '回答', '回答时间'],
}

export const reportWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
