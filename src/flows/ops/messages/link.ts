import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  title: 'You in both chats',
  code: (code: string, minutes: number) =>
    `In the other chat, write to Drumbeat: /ops link ${code}. The code works once, within ${minutes} minutes.`,
  secret: 'Whoever types it becomes you: show it to nobody.',
  ask: (me: string, other: string) =>
    `Here you are ${me}. From now on you are ${other} here too, and all that ${me} has here goes to ${other}. This cannot be undone.`,
  yes: 'That is me',
  done: (other: string) =>
    `You are ${other} in both chats. Messages go where you were last active; /ops me changes that.`,
  unknown: 'This code is not known, or its time is over. Get a new one with /ops link in the other chat.',
  same: 'This code is your own: type it in the other chat.',
  hasRoles:
    'Here you are an administrator or belong to the second or third line. Ask for the code here instead, and type it in the other chat.',
  samePlatform: (other: string) => `${other} is known in this chat already.`,
}

const zhCN: typeof en = {
  title: '两个聊天工具中的同一个人',
  code: (code, minutes) =>
    `请在另一个聊天工具中发给 Drumbeat：/ops link ${code}。此码只能用一次，${minutes} 分钟内有效。`,
  secret: '谁输入此码，谁就成为你：请勿给别人看。',
  ask: (me, other) =>
    spaced`你在这里是 ${me}。确认后，你在这里也是 ${other}，${me} 在这里的一切将归 ${other} 所有。此操作无法撤销。`,
  yes: '确认是我',
  done: (other) => spaced`你在两个聊天工具中都是 ${other}。消息会发到你最近活跃的那一边，可用 /ops me 更改。`,
  unknown: '此码不存在或已过期。请在另一个聊天工具中用 /ops link 重新获取。',
  same: '这是你自己的码，请在另一个聊天工具中输入。',
  hasRoles: '你在这里是管理员，或属于第二、第三道防线。请改为在这里获取码，到另一个聊天工具中输入。',
  samePlatform: (other) => spaced`${other} 在这个聊天工具中已有身份。`,
}

export const linkWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
