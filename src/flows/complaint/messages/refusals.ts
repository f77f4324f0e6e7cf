import type { Locale } from '../../../chat/locale.ts'
import { writeReference } from '../rules/reference.ts'

const en = {
  whichOne: 'Which complaint? Put its reference first, such as C-12.',
  noReference: (typed: string) => `“${typed}” is not the reference of a complaint. One looks like C-12.`,
  unknown: (number: number) =>
    `There is no complaint ${writeReference(number)} that you can see. /complaint list shows those you can.`,
  gone: 'This complaint is not there any more, or not for you to see.',
  notForGuests: 'Complaints are for colleagues only. Ask somebody in your team to file it for you.',
  adminsOnly: 'Only an administrator can do this. /ops admin shows who is one.',
}

const zhCN: typeof en = {
  whichOne: '是哪一件客诉？请先写编号，例如 C-12。',
  noReference: (typed) => `“${typed}”不是客诉编号。编号的写法如 C-12。`,
  unknown: (number) => `没有客诉 ${writeReference(number)}，或者你无权查看。用 /complaint 列表 查看你能看到的客诉。`,
  gone: '这件客诉已不存在，或者你无权查看。',
  notForGuests: '只有同事可以处理客诉。请让团队成员代为登记。',
  adminsOnly: '只有管理员可以这样做。用 /ops 管理员 查看有哪些管理员。',
}

export const refusals: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
