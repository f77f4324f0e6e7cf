import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  tie: 'Tie a blocker to …',
  title: 'Tie a blocker',
  submit: 'Tie',
  blocker: 'Blocker',
  to: 'What does it hold up?',
  toHint: 'An objective, a key result or a complaint, like O-3, KR-12 or C-7.',
  noneOpen: 'Nothing is open here any more.',
  unknown: (typed: string) => `There is nothing called “${typed}” that you can see. Write it like O-3 or C-12.`,
  tied: (blocker: string, other: string) => `${blocker} is tied to ${other}.`,
  tiedAlready: (blocker: string, other: string) => `${blocker} is tied to ${other} already.`,
  untie: 'Undo',
  untied: (blocker: string, other: string) => `${blocker} is not tied to ${other} any more.`,
  notTied: 'These two are not tied together any more.',
  blocks: (name: string) => `blocks ${name}`,
  open: 'open',
  resolved: 'resolved',
  somebody: 'somebody',
}

const zhCN: typeof en = {
  tie: '关联阻碍…',
  title: '关联阻碍',
  submit: '关联',
  blocker: '阻碍',
  to: '影响了什么？',
  toHint: '目标、关键结果或客诉，写法如 O-3、KR-12、C-7。',
  noneOpen: '这里已没有未解决的阻碍。',
  unknown: (typed) => `没有“${typed}”，或者你无权查看。写法如 O-3 或 C-12。`,
  tied: (blocker, other) => `${blocker} 与 ${other} 已关联。`,
  tiedAlready: (blocker, other) => `${blocker} 与 ${other} 已经关联。`,
  untie: '撤销',
  untied: (blocker, other) => `${blocker} 与 ${other} 不再关联。`,
  notTied: '两者已不再关联。',
  blocks: (name) => spaced`阻碍${name}`,
  open: '未解决',
  resolved: '已解决',
  somebody: '某人',
}

export const tieWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
