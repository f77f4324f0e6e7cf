import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  formTitle: 'Pause the clocks',
  submit: 'Pause',
  reason: 'What are we waiting for?',
  reasonHint: 'It stays on the record and counts in the figures.',
  intro: (reference: string) =>
    `No time of ${reference} passes until its clocks are resumed. An escalation that has begun goes on.`,
  pauseButton: 'Pause',
  resumeButton: 'Resume',
  clockButton: 'Clocks',

  paused: (reference: string) => `The clocks of ${reference} are paused: no time passes until you resume them.`,
  goesOn: 'The escalation that has begun goes on: pausing does not stop it.',
  resumed: (reference: string) => `The clocks of ${reference} run on.`,
  due: (head: string, due: string) => `${head}: due ${due}`,
  late: (head: string, since: string) => `${head}: late since ${since}`,

  whyPause: (reference: string) =>
    `Why? Say what you are waiting for: /complaint pause ${reference} waiting for the customer`,
  longReason: (most: number) => `Say it in at most ${most} characters. /complaint note takes the long story.`,
  alreadyPaused: (reference: string, since: string, why: string) =>
    `${reference} has been paused since ${since}: ${why}. /complaint resume ${reference} lets it run on.`,
  notPaused: (reference: string) => `The clocks of ${reference} are not paused.`,
  nothingRuns: (reference: string) => `No clock of ${reference} runs any more, so there is nothing to pause.`,
}

const zhCN: typeof en = {
  formTitle: '暂停计时',
  submit: '暂停',
  reason: '在等什么？',
  reasonHint: '原因会留在记录里，并计入时限统计。',
  intro: (reference) => spaced`恢复之前，${reference} 不再计时。已经开始的升级上报会继续。`,
  pauseButton: '暂停计时',
  resumeButton: '恢复计时',
  clockButton: '计时明细',

  paused: (reference) => spaced`${reference} 已暂停计时，恢复之前不再计时。`,
  goesOn: '已经开始的升级上报会继续，暂停计时不会停止它。',
  resumed: (reference) => spaced`${reference} 已恢复计时。`,
  due: (head, due) => spaced`${head}：${due} 到期`,
  late: (head, since) => spaced`${head}：${since} 起超时`,

  whyPause: (reference) => spaced`请写明原因，例如：/complaint 暂停 ${reference} 等待客户补充资料`,
  longReason: (most) => spaced`原因最多 ${most} 个字符。详细情况请用 /complaint 备注 记录。`,
  alreadyPaused: (reference, since, why) =>
    spaced`${reference} 从 ${since} 起已暂停计时：${why}。用 /complaint 恢复 ${reference} 可恢复计时。`,
  notPaused: (reference) => spaced`${reference} 没有暂停计时。`,
  nothingRuns: (reference) => spaced`${reference} 没有正在进行的计时，无需暂停。`,
}

export const pausingWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
