import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  title: 'Is this a complaint?',
  summary: (author: string) => `${author} wrote something that may be a complaint`,
  wrote: (author: string) => `${author} wrote`,
  wroteIn: (author: string) => `${author} wrote in `,
  wordless: 'A message without words',
  open: 'Open the message',
  file: 'File',
  dismiss: 'Dismiss',
  filedBy: (name: string, reference: string) => `Filed by ${name} as ${reference}.`,
  filedHidden: (name: string) => `Filed by ${name}.`,
  dismissedBy: (name: string) => `Dismissed by ${name}: no complaint.`,
  dismissed: 'Dismissed. Nothing was filed.',
  filedAlready: (name: string, reference: string) => `${name} has filed this already: ${reference}.`,
  filedAlreadyHidden: (name: string) => `${name} has filed this already.`,
  dismissedAlready: (name: string) => `${name} has dismissed this already. To file it all the same, use /complaint.`,
  gone: 'This draft is not there any more. File it with /complaint.',
  somebody: 'Somebody',
  unknownAuthor: 'Somebody outside',
}

const zhCN: typeof en = {
  title: '这是客诉吗？',
  summary: (author) => spaced`${author}发的消息可能是客诉`,
  wrote: (author) => spaced`${author}写道`,
  wroteIn: (author) => spaced`${author}发布于 `,
  wordless: '没有文字的消息',
  open: '打开消息',
  file: '登记',
  dismiss: '忽略',
  filedBy: (name, reference) => spaced`${name}已登记，编号 ${reference}。`,
  filedHidden: (name) => spaced`${name}已登记。`,
  dismissedBy: (name) => spaced`${name}已忽略：不是客诉。`,
  dismissed: '已忽略，没有登记。',
  filedAlready: (name, reference) => spaced`${name}已经登记过：${reference}。`,
  filedAlreadyHidden: (name) => spaced`${name}已经登记过。`,
  dismissedAlready: (name) => spaced`${name}已忽略这条消息。如仍需登记，请用 /complaint。`,
  gone: '这份草稿已不存在。请用 /complaint 登记。',
  somebody: '有人',
  unknownAuthor: '外部人员',
}

export const draftWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
