import type { Locale } from '../../../chat/locale.ts'

const en = {
  title: 'My settings',
  language: 'Language',
  zone: 'Time zone',
  zoneHint: 'Such as Europe/Berlin or Asia/Shanghai',
  days: 'Working days',
  hours: 'Working hours',
  workStart: 'Work starts',
  workEnd: 'Work ends',
  chat: 'Messages to you',
  lastActive: 'Where you were last active',
  save: 'Save',
  saved: 'Your settings are saved.',
  same: 'Your settings are as they were.',
  unreadable: (typed: string) =>
    `I can’t read “${typed}”. I can change language, zone, days, hours and chat, such as: /ops me zone:Asia/Shanghai hours:9-18`,
  noSuchLanguage: (typed: string) => `I don’t speak “${typed}”. Choose English or 中文.`,
  noSuchHours: (typed: string) => `I can’t read “${typed}” as working hours. Write them like 9-18 or 8:30-17:00.`,
  noSuchZone: (typed: string) => `I don’t know the time zone “${typed}”. Write it like Europe/Berlin or Asia/Shanghai.`,
  noSuchDays: (typed: string) =>
    typed === 'none'
      ? 'Choose at least one working day.'
      : `I can’t read “${typed}” as days. Write them like mon-fri or sun,mon.`,
  noSuchTime: (typed: string) => `“${typed}” is no time of day. Write it like 9:00 or 17:30.`,
  noSuchChat: (typed: string) => `I don’t know you in a chat called “${typed}”. /ops me shows where I do.`,
  noTime: (_typed: string) => 'Work can’t end at the minute when it starts.',
}

const zhCN: typeof en = {
  title: '我的设置',
  language: '语言',
  zone: '时区',
  zoneHint: '例如 Asia/Shanghai 或 Europe/Berlin',
  days: '工作日',
  hours: '工作时间',
  workStart: '上班时间',
  workEnd: '下班时间',
  chat: '消息发到',
  lastActive: '你最近活跃的聊天工具',
  save: '保存',
  saved: '设置已保存。',
  same: '设置没有变化。',
  unreadable: (typed) =>
    `看不懂“${typed}”。可以修改 language（语言）、zone（时区）、days（工作日）、hours（工作时间）和 chat（消息发到哪里），例如：/ops me zone:Asia/Shanghai hours:9-18`,
  noSuchLanguage: (typed) => `不支持“${typed}”这种语言，请选择 English 或中文。`,
  noSuchHours: (typed) => `看不懂工作时间“${typed}”。请写成 9-18 或 8:30-17:00 这样。`,
  noSuchZone: (typed) => `没有“${typed}”这个时区。请写成 Asia/Shanghai 或 Europe/Berlin 这样。`,
  noSuchDays: (typed) =>
    typed === 'none' ? '请至少选择一个工作日。' : `看不懂工作日“${typed}”。请写成 mon-fri 或 周一,周三 这样。`,
  noSuchTime: (typed) => `“${typed}”不是时间。请写成 9:00 或 17:30 这样。`,
  noSuchChat: (typed) => `你在“${typed}”中没有身份。请用 /ops me 查看可选项。`,
  noTime: () => '下班时间不能与上班时间相同。',
}

export const meWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
