import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  takenOver: (name: string) => `${name} has left. These are yours now:`,
  next: '/risk edit gives one to somebody else.',
  channelClosed: (channel: string) =>
    `I can’t post in ${channel} any more, so new risks stand in no channel. /risk settings chooses another one.`,
}

const zhCN: typeof en = {
  takenOver: (name) => spaced`${name}已离开，以下由你负责：`,
  next: '用 /risk 修改 可以转交他人。',
  channelClosed: (channel) => spaced`无法再在${channel}发消息，新风险不再发布到频道。请用 /risk 设置 另选一个。`,
}

export const departureWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
