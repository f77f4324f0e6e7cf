import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  formTitle: 'Stand-up answers',
  formIntro: (name: string, date: string) => `${name}, ${date}`,
  formLate: (name: string, date: string) =>
    `${name} of ${date} has closed. Your answers still go into its digest, marked as late.`,
  formEdit: (name: string, date: string) => `${name} of ${date} has closed. Your changes go into its digest.`,
  send: 'Send',
  longKept: (characters: number) =>
    `Your present answer has ${characters} characters and does not fit here. Leave this empty to keep it.`,
  myBlockers: 'Resolved meanwhile',
  myBlockersHint: 'Your blockers that are still open: tick those which block you no more.',

  empty: 'Answer at least one question, or skip this stand-up.',
  tooLong: (most: number) => `This is too long: at most ${most} characters.`,
  notNumber: 'I can’t read this as a number. Write it like 7 or 3.5.',
  notChoice: (options: string) => `Choose one of: ${options}.`,
  notMood: 'Choose one from 5 (great) to 1 (awful).',

  changed: 'Your changes are in.',
  noted: 'Noted.',
  passedOver: 'Passed over.',
  question: (at: number, of: number) => `Question ${at} of ${of}`,
  which: (name: string, date: string) => `${name}, ${date}`,
  lateWhich: (name: string, date: string) => `${name} of ${date}, late`,
  howToPass: 'Write “skip” to pass over a question.',
  allPassed: (name: string) => `You passed over every question, so you are skipping ${name} this time.`,

  skipTitle: 'Skip today',
  skipIntro: (name: string, date: string) => `You will not be asked by ${name} on ${date}.`,
  reason: 'Reason',
  reasonHint: 'The team reads it in the digest.',
  skipIt: 'Skip',
  skipped: (name: string, date: string) => `You are skipping ${name} on ${date}.`,
}

const zhCN: typeof en = {
  formTitle: '站会回答',
  formIntro: (name, date) => `${name}，${date}`,
  formLate: (name, date) => spaced`${date}的“${name}”已结束。你的回答仍会并入汇总，并标为补交。`,
  formEdit: (name, date) => spaced`${date}的“${name}”已结束，修改会更新到汇总中。`,
  send: '提交',
  longKept: (characters) => `现有回答共 ${characters} 字，这里放不下。留空则保持不变。`,
  myBlockers: '已经解决的阻碍',
  myBlockersHint: '这些是你尚未解决的阻碍，请勾选已经解决的。',

  empty: '请至少回答一个问题，或者跳过本次站会。',
  tooLong: (most) => `内容过长，最多 ${most} 个字符。`,
  notNumber: '看不懂这个数字，请写成 7 或 3.5 这样。',
  notChoice: (options) => `请从这些选项中选择：${options}。`,
  notMood: '请从 5（很好）到 1（很糟）中选择。',

  changed: '修改已保存。',
  noted: '已记下。',
  passedOver: '已跳过这个问题。',
  question: (at, of) => `第 ${at} 个问题，共 ${of} 个`,
  which: (name, date) => `${name}，${date}`,
  lateWhich: (name, date) => `${name}，${date}，补交`,
  howToPass: '回复“跳过”可以不回答这个问题。',
  allPassed: (name) => `你跳过了所有问题，因此这次跳过“${name}”。`,

  skipTitle: '今天跳过',
  skipIntro: (name, date) => spaced`${date}的“${name}”不会再询问你。`,
  reason: '原因',
  reasonHint: '团队会在汇总中看到。',
  skipIt: '跳过',
  skipped: (name, date) => spaced`你已跳过${date}的“${name}”。`,
}

export const answeringWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
