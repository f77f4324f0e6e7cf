import type { Locale } from '../../../chat/locale.ts'

const en = {
  readersOnly:
    'Only the third line (role audit) and administrators can read the audit trail. /ops role shows who that is.',
  unread: (typed: string) => `I can’t read “${typed}” as a date. Write it like 2026-03-01.`,
  turned: 'The last day is before the first one.',
  nothing: 'Nothing was recorded on these days. /ops audit <first day> <last day> takes others.',
  tooMany: (count: number, most: number) =>
    `There are ${count} entries on these days, and a file takes up to ${most}. Choose fewer days: /ops audit <first day> <last day>.`,
  exported: (count: number, days: string) =>
    count === 1 ? `One entry of the audit trail, ${days}.` : `${count} entries of the audit trail, ${days}.`,
  whole: (entries: number) => `The chain of all ${entries} sealed entries is whole: nothing was changed or taken out.`,
  broken: (at: string) =>
    `The chain does not fit from entry ${at} on: something was changed or taken out. Tell an administrator.`,
  onItsWay: 'I have sent it to you privately.',
}

const zhCN: typeof en = {
  readersOnly: '只有第三道防线（审计角色）和管理员可以查看审计记录。用 /ops 角色 查看有哪些人。',
  unread: (typed) => `看不懂日期“${typed}”。写法如 2026-03-01。`,
  turned: '最后一天早于第一天。',
  nothing: '这段时间没有记录。用 /ops 审计 <第一天> <最后一天> 选择其他日期。',
  tooMany: (count, most) =>
    `这段时间有 ${count} 条记录，一个文件最多 ${most} 条。请缩短日期：/ops 审计 <第一天> <最后一天>。`,
  exported: (count, days) => `${days}的 ${count} 条审计记录。`,
  whole: (entries) => `全部 ${entries} 条已封存记录的链条完整，没有被修改或删除。`,
  broken: (at) => `从第 ${at} 条起链条不符：有记录被修改或删除。请告知管理员。`,
  onItsWay: '已私下发给你。',
}

export const auditWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
