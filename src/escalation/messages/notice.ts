import type { Locale } from '../../chat/locale.ts'
import { spaced } from '../../chat/spaced.ts'

const en = {
  summary: (about: string) => `Somebody has to act: ${about}`,
  step: (number: number, of: number) => `Step ${number} of ${of}.`,
  nextLine: ' ',
  owner: (_owner: string) => 'You are told because this is yours.',
  backup: (owner: string) => `You are told as ${owner}’s backup.`,
  manager: (owner: string) => `You are told as ${owner}’s manager.`,
  'managers-manager': (owner: string) => `You are told as the manager of ${owner}’s manager.`,
  member: (_owner: string) => 'You are told because the policy names you.',
  channel: (_owner: string) => 'The policy names this channel.',
  admins: (_owner: string) => 'You are told as an administrator.',
  fallback: (owner: string) =>
    `Nobody on the chain has taken this: everybody was told or passed over. Somebody has to take it from ${owner}.`,
  woken: (_owner: string) => 'There has been no progress, or whoever had it is gone: I tell people again.',
  handed: (giver: string) => `${giver} handed this to you; you have it now.`,
  insteadOf: (name: string, why: string) => `You stand in for ${name}, who ${why}.`,
  noLongerYours: (owner: string) => `You were told because this was yours. It is ${owner}’s now.`,
  again: 'It was taken before, without progress since.',
  owned: 'Owner',
  policy: 'Policy',
  version: (name: string, version: number) => `${name}, version ${version}`,

  yours: 'You have it.',
  taken: (name: string) => `Taken by ${name}.`,
  snoozed: (name: string, until: string) => `${name} snoozed it until ${until}. Then I tell this step’s people again.`,
  resolved: 'Resolved.',
  resolvedBy: (name: string) => `Resolved by ${name}.`,
  withdrawn: 'Others take care of this now. There is nothing for you to do.',
  somebody: 'somebody',

  take: 'I take it',
  snoozeHour: 'Snooze 1 h',
  snoozeTomorrow: 'Snooze until tomorrow 9:00',
  handOver: 'Hand over',
  why: 'Why me?',
  whyHere: 'Why here?',
}

const zhCN: typeof en = {
  summary: (about) => spaced`需要有人处理：${about}`,
  step: (number, of) => spaced`第 ${number} 步（共 ${of} 步）。`,
  nextLine: '',
  owner: () => '这件事由你负责，所以通知你。',
  backup: (owner) => spaced`你是${owner}的备岗，所以通知你。`,
  manager: (owner) => spaced`你是${owner}的上级，所以通知你。`,
  'managers-manager': (owner) => spaced`你是${owner}上级的上级，所以通知你。`,
  member: () => '升级策略指定了你，所以通知你。',
  channel: () => '升级策略指定了这个频道。',
  admins: () => '你是管理员，所以通知你。',
  fallback: (owner) => spaced`升级链上无人接手：所有人都已通知或跳过。${owner}负责的这件事需要有人接手。`,
  woken: () => '一直没有进展，或接手的人已不在，因此再次通知相关人员。',
  handed: (giver) => spaced`${giver}把这件事转交给你，现在由你处理。`,
  insteadOf: (name, why) => spaced`${name}${why}，由你代为处理。`,
  noLongerYours: (owner) => spaced`通知你时这件事由你负责，现在由${owner}负责。`,
  again: '之前有人接手，但之后没有进展。',
  owned: '负责人',
  policy: '升级策略',
  version: (name, version) => spaced`${name}（第 ${version} 版）`,

  yours: '已由你接手。',
  taken: (name) => spaced`已由${name}接手。`,
  snoozed: (name, until) => spaced`${name}已推迟到${until}，届时会再次通知这一步的人员。`,
  resolved: '已解决。',
  resolvedBy: (name) => spaced`已由${name}解决。`,
  withdrawn: '这件事现在由其他人处理，你无需操作。',
  somebody: '某人',

  take: '我来处理',
  snoozeHour: '推迟 1 小时',
  snoozeTomorrow: '推迟到明天 9:00',
  handOver: '转交',
  why: '为什么找我？',
  whyHere: '为什么发到这里？',
}

export const noticeWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
