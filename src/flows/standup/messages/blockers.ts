import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  title: (name: string) => `${name} · open blockers`,
  none: (name: string) => `Nothing is in the way in ${name}.`,
  noneHint: 'What somebody answers to a blocker question stands here until it is resolved.',
  linkedTo: (names: string) => `linked to ${names}`,
  resolve: 'Mark resolved',
  oneByOne: 'Blockers one by one',
  more: (count: number) => `${count} more are not shown here. Resolve some of these first.`,
  blocks: (name: string) => `blocks ${name}`,
  open: 'open',
  resolved: 'resolved',
  somebody: 'somebody',
}

const zhCN: typeof en = {
  title: (name) => `${name} · 未解决的阻碍`,
  none: (name) => `“${name}”目前没有阻碍。`,
  noneHint: '成员对阻碍问题的回答会列在这里，直到解决为止。',
  linkedTo: (names) => spaced`已关联 ${names}`,
  resolve: '标为已解决',
  oneByOne: '逐条处理阻碍',
  more: (count) => `另有 ${count} 条未在此显示，请先解决部分阻碍。`,
  blocks: (name) => spaced`阻碍${name}`,
  open: '未解决',
  resolved: '已解决',
  somebody: '某人',
}

export const blockerWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
