import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  missed: (who: string, name: string, times: number) => `${who} has missed ${name} ${times} times in a row.`,
  missedHint: 'Only you are told, and only once. A short talk may help; skipping with a reason is always fine.',
  outage: (name: string, dates: string) =>
    `I was not running at the time, so ${name} did not take place: ${dates}. Nobody is counted as missing.`,
  left: (who: string, name: string) => `${who} is no longer here and was taken out of ${name}.`,
  unreachable: (who: string, name: string) => `I can’t reach ${who} privately any more, so I took them out of ${name}.`,
  emptied: (name: string) => `Nobody takes part in ${name} now.`,
  leadNow: (name: string, before: string) => `${before}, the lead of ${name}, can’t go on. You are its lead now.`,
  madeLead: (name: string, by: string) => `${by} made you the lead of ${name}.`,
  leadHow: 'You can name somebody else with /standup edit.',
  channelClosed: (name: string, channel: string) =>
    `I can’t post in #${channel} any more, so ${name} is paused. The answers are kept.`,
  channelHow: 'Choose another channel with /standup edit, then resume it.',
  digestToYou: (name: string) => `I could not post this digest of ${name} in its channel, so you get it.`,
  forAdmins: (lead: string) => `This was meant for ${lead}, whom I can’t reach.`,
}

const zhCN: typeof en = {
  missed: (who, name, times) => spaced`${who}已连续 ${times} 次缺席“${name}”。`,
  missedHint: '只告知你，且只告知一次。可以简单沟通一下；有原因的话随时可以跳过。',
  outage: (name, dates) => `当时我没有运行，“${name}”未能进行：${dates}。不计任何人缺席。`,
  left: (who, name) => spaced`${who}已不在本工作区，并已移出“${name}”。`,
  unreachable: (who, name) => spaced`已无法私聊${who}，因此将其移出“${name}”。`,
  emptied: (name) => `“${name}”现在没有参与成员。`,
  leadNow: (name, before) => spaced`“${name}”的负责人${before}无法继续，现在由你负责。`,
  madeLead: (name, by) => spaced`${by}请你担任“${name}”的负责人。`,
  leadHow: '可以用 /standup edit 改由他人负责。',
  channelClosed: (name, channel) => `已无法在 #${channel} 发消息，“${name}”已暂停。回答都保留着。`,
  channelHow: '请用 /standup edit 换一个频道，然后恢复。',
  digestToYou: (name) => `“${name}”的汇总无法发到频道，因此发给你。`,
  forAdmins: (lead) => spaced`这条消息原本要发给${lead}，但无法联系到。`,
}

export const leadingWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
