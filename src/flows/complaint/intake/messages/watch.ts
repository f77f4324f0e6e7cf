import type { Locale } from '../../../../chat/locale.ts'

const en = {
  title: 'Watched channels',
  none: 'No channel is watched. /complaint watch #channel turns what people write there into drafts that one press files.',
  summary: (count: number) => (count === 1 ? '1 channel is watched' : `${count} channels are watched`),
  stop: (name: string) => `Stop watching #${name}`,
  deafTo: ' · not heard yet: the permission is missing',
  mention: 'Mention the channel after it, such as /complaint watch #support.',
  unknown: 'I don’t know this channel. Invite me there first.',
  closed: (name: string) => `I can’t post in #${name}. Invite me there first.`,
  watching: (name: string) => `From now on every new message in #${name} becomes a draft.`,
  already: (name: string) => `#${name} is watched already.`,
  where: (name: string) => `The drafts come to #${name}, with a button to file and one to dismiss.`,
  whereHere: (name: string) =>
    `No triage channel is set, so the drafts come to #${name} itself. /complaint settings sets one.`,
  deaf: (name: string) =>
    `I cannot hear #${name} yet: I lack the permission to read messages in public channels (channels:history), and for private ones groups:history.`,
  deafHow:
    'Ask whoever installed me to grant it in the app’s settings and to install the app once more. I have noted the channel: watching begins as soon as it is granted.',
  stopped: (name: string) => `#${name} is no longer watched. Drafts that are there stay.`,
  notWatched: (name: string) => `#${name} is not watched.`,
  closedNow: (name: string) => `#${name} is closed to me, so I no longer watch it for complaints.`,
  triageClosed: (name: string) =>
    `#${name}, the triage channel of complaints, is closed to me. New complaints reach their owner only. Choose another one with /complaint settings.`,
  settings: 'Settings',
}

const zhCN: typeof en = {
  title: '正在监听的频道',
  none: '没有监听任何频道。用 /complaint 监听 #频道，把频道里的消息变成草稿，一键登记。',
  summary: (count) => `正在监听 ${count} 个频道`,
  stop: (name) => `取消监听 #${name}`,
  deafTo: '（缺少权限，尚未生效）',
  mention: '请在后面提及频道，例如 /complaint 监听 #客服。',
  unknown: '不认识这个频道，请先邀请我加入。',
  closed: (name) => `无法在 #${name} 发消息，请先邀请我加入。`,
  watching: (name) => `从现在起，#${name} 里的每条新消息都会成为草稿。`,
  already: (name) => `已在监听 #${name}。`,
  where: (name) => `草稿会发到 #${name}，可以登记或忽略。`,
  whereHere: (name) => `没有设置分诊频道，草稿会发到 #${name}。可用 /complaint 设置 来指定。`,
  deaf: (name) =>
    `目前还听不到 #${name}：应用缺少读取公开频道消息的权限（channels:history）；私有频道则需要 groups:history。`,
  deafHow: '请安装者在应用设置中授予这项权限，并重新安装一次。这个频道已经记下，授权后立即开始监听。',
  stopped: (name) => `已取消监听 #${name}，现有草稿保留。`,
  notWatched: (name) => `没有监听 #${name}。`,
  closedNow: (name) => `无法再访问 #${name}，已停止在那里监听客诉。`,
  triageClosed: (name) =>
    `无法再在客诉分诊频道 #${name} 发消息，新客诉只会通知负责人。请用 /complaint 设置 换一个频道。`,
  settings: '设置',
}

export const watchWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
