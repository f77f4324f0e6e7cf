import type { Locale } from '../../../../chat/locale.ts'

const en = {
  close: 'Close',
  closeTitle: (reference: string) => `Close ${reference}`,
  closeWhy: 'Why it is over',
  whyHint: 'Stays in its history',
  openActions: (count: number) => (count === 1 ? 'One action is still open:' : `${count} actions are still open:`),
  dropWhy: 'Why they are not done any more',
  dropWhyEmpty: (count: number) =>
    count === 1
      ? 'An action is still open: say why it is not done any more, or end it first.'
      : `${count} actions are still open: say why they are not done any more, or end them first.`,
  whyEmpty: 'Say why.',
  tooLong: (most: number, now: number) => `Up to ${most} characters; these are ${now}.`,
  closed: (reference: string) => `${reference} is closed.`,
  reopen: 'Reopen',
  reopenTitle: (reference: string) => `Reopen ${reference}`,
  reopenWhy: 'Why it is back',
  reopened: (reference: string) => `${reference} is open again. Assess it anew: /risk assess ${reference}.`,
}

const zhCN: typeof en = {
  close: '关闭',
  closeTitle: (reference) => `关闭 ${reference}`,
  closeWhy: '关闭原因',
  whyHint: '会保留在记录中',
  openActions: (count) => `还有 ${count} 项措施未完成：`,
  dropWhy: '为什么不再进行',
  dropWhyEmpty: (count) => `还有 ${count} 项措施未完成：请说明为什么不再进行，或先结束这些措施。`,
  whyEmpty: '请说明原因。',
  tooLong: (most, now) => `最多 ${most} 个字符，现在有 ${now} 个。`,
  closed: (reference) => `${reference} 已关闭。`,
  reopen: '重开',
  reopenTitle: (reference) => `重开 ${reference}`,
  reopenWhy: '重开原因',
  reopened: (reference) => `${reference} 已重新打开。请重新评估：/risk 评估 ${reference}。`,
}

export const pathWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
