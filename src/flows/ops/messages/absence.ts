import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

/** The days as they were written, and how many there may be. */
type Unfit = { typed: string; longest: number }

const en = {
  title: 'I am away',
  intro: 'I ask nothing of you on these days, the first and the last one included.',
  from: 'First day',
  to: 'Last day',
  backup: 'Backup',
  backupHint: 'Who stands in for you meanwhile',
  save: 'Save',
  away: 'Away',
  nobody: 'nobody',
  notAsked: 'Not asked meanwhile',
  prompts: (count: number) => (count === 1 ? '1 prompt' : `${count} prompts`),
  recorded: (days: string) => `You are away: ${days}.`,
  joined: 'It overlaps an absence you told me before; they are one now.',
  backupAwayToo: (backup: string, other: string) => `${backup} is away on the first day too; ${other} stands in.`,
  backupAwayAlone: (backup: string) => `${backup} is away on the first day too, and has nobody to stand in.`,
  iAmBack: 'I am back',
  noSuchDate: ({ typed }: Unfit) =>
    typed ? `I can’t read “${typed}” as a day. Write it like 2026-05-04, tomorrow or fri.` : 'Choose a day.',
  past: (_: Unfit) => 'The first day away can be today at the earliest.',
  backwards: (_: Unfit) => 'The last day has to be on or after the first one.',
  tooLong: ({ longest }: Unfit) => `An absence can be ${longest} days long at most.`,
  usage: 'Tell me the first and the last day, such as: /ops away tomorrow fri @ben',
  oneBackup: 'Name one backup only.',

  standInTitle: (name: string) => `You stand in for ${name}`,
  standIn: (name: string, days: string) => `${name} is away and named you as backup: ${days}.`,
  standInOver: (name: string) => `${name} is here, so you need not stand in.`,

  welcomeBack: 'Welcome back. From today on I ask you again.',
  notAway: 'You are not away, and no absence is planned.',
  here: (days: string) => `You are not away now. Your next absence: ${days}.`,
  ahead: (days: string) => `Your next absence: ${days}.`,
  cancel: 'Cancel this absence',
  cancelled: (days: string) => `Cancelled. You are not away any more: ${days}.`,

  upcomingTitle: (days: number) => `Your next ${days} days`,
  upcomingLine: (day: string, time: string, what: string) => `${day} · ${time} · ${what}`,
  upcomingNone: (days: number) => `Nothing will be asked of you in the next ${days} days.`,
  whatNext: 'See what you can start or take part in:',
  help: 'What can I do?',
}

const zhCN: typeof en = {
  title: '登记不在岗',
  intro: '这几天不会向你提问，首尾两天都算在内。',
  from: '第一天',
  to: '最后一天',
  backup: '备岗',
  backupHint: '这段时间由谁代你处理',
  save: '保存',
  away: '不在岗',
  nobody: '无',
  notAsked: '期间不提问',
  prompts: (count) => `${count} 次`,
  recorded: (days) => `已登记不在岗：${days}。`,
  joined: '与之前登记的不在岗时间重叠，已合并成一段。',
  backupAwayToo: (backup, other) => spaced`${backup}第一天也不在，由${other}代班。`,
  backupAwayAlone: (backup) => spaced`${backup}第一天也不在，而且没有人代班。`,
  iAmBack: '我回来了',
  noSuchDate: ({ typed }) => (typed ? `看不懂日期“${typed}”。请写成 2026-05-04、明天或周五这样。` : '请选择日期。'),
  past: () => '第一天最早只能是今天。',
  backwards: () => '最后一天不能早于第一天。',
  tooLong: ({ longest }) => `一次不在岗最长 ${longest} 天。`,
  usage: '请写明第一天和最后一天，例如：/ops 请假 明天 周五 @ben',
  oneBackup: '只能指定一位备岗。',

  standInTitle: (name) => spaced`请为${name}代班`,
  standIn: (name, days) => spaced`${name}不在岗期间由你备岗：${days}。`,
  standInOver: (name) => spaced`${name}在岗，你不用代班了。`,

  welcomeBack: '欢迎回来。从今天起恢复提醒。',
  notAway: '你现在在岗，也没有登记不在岗。',
  here: (days) => `你现在在岗。下一次不在岗：${days}。`,
  ahead: (days) => `下一次不在岗：${days}。`,
  cancel: '取消这次不在岗',
  cancelled: (days) => `已取消不在岗：${days}。`,

  upcomingTitle: (days) => `未来 ${days} 天`,
  upcomingLine: (day, time, what) => `${day}${time} · ${what}`,
  upcomingNone: (days) => `未来 ${days} 天没有需要你回答的事。`,
  whatNext: '看看可以发起或参加什么：',
  help: '我能做什么？',
}

export const absenceWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
