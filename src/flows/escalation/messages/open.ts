import type { Locale } from '../../../chat/locale.ts'
import { spaced } from '../../../chat/spaced.ts'

const en = {
  title: 'Escalations',
  summary: (count: number) =>
    count === 1 ? 'One escalation is not resolved' : `${count} escalations are not resolved`,
  counted: (count: number, untaken: number) => `${count} not resolved, ${untaken} of them taken by nobody yet`,
  owner: (name: string) => `of ${name}`,
  since: (when: string) => `since ${when}`,
  taken: (name: string) => `${name} has it`,
  untaken: 'nobody has it',
  nextStep: (when: string) => `next step ${when}`,
  exhausted: 'everybody has been told',
  none: 'No escalation is open.',
  noneMine: 'No escalation is yours.',
  hint: '/ops escalations all lists those of others, as far as you may know of them.',
  notForGuests: 'Only colleagues can see escalations.',
  page: (page: number, of: number) => `Page ${page} of ${of}`,
  previous: 'Previous',
  next: 'Next',
}

const zhCN: typeof en = {
  title: '升级事项',
  summary: (count) => `${count} 个升级事项尚未解决`,
  counted: (count, untaken) => `${count} 个尚未解决，其中 ${untaken} 个还没有人接手`,
  owner: (name) => spaced`负责人 ${name}`,
  since: (when) => spaced`始于${when}`,
  taken: (name) => spaced`${name} 已接手`,
  untaken: '无人接手',
  nextStep: (when) => spaced`下一步：${when}`,
  exhausted: '已通知所有人',
  none: '没有未解决的升级事项。',
  noneMine: '没有属于你的升级事项。',
  hint: '/ops escalations all 列出其他人的升级事项（限你有权了解的）。',
  notForGuests: '只有同事可以查看升级事项。',
  page: (page, of) => `第 ${page} 页，共 ${of} 页`,
  previous: '上一页',
  next: '下一页',
}

export const openWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
