import type { Locale } from '../../../chat/locale.ts'
import { writeKeyResult, writeObjective } from '../rules/reference.ts'

const en = {
  whichObjective: 'Which objective? Put its reference first, such as O-3. /okr list shows them.',
  whichKeyResult: 'Which key result? Put its reference first, such as KR-12. /okr list shows them.',
  noReference: (typed: string) => `“${typed}” is not a reference. One looks like O-3 or KR-12.`,
  unknownObjective: (number: number) =>
    `There is no objective ${writeObjective(number)} that you can see. /okr list shows those you can.`,
  unknownKeyResult: (number: number) =>
    `There is no key result ${writeKeyResult(number)} that you can see. /okr list shows those you can.`,
  gone: 'This is not there any more, or not for you to see.',
  archived: (reference: string) => `${reference} is archived. /okr archive ${reference} undo brings it back.`,
  stale: 'Somebody has changed this while your form was open. Open it again to see how it stands now.',
  notForGuests: 'OKRs are for colleagues only. Ask somebody in your team.',
  adminsOnly: 'Only an administrator can do this. /ops admin shows who is one.',
  notYours: (reference: string, owner: string) =>
    `Only ${owner}, who owns ${reference}, those above them and administrators can do this.`,
  notTheirs: (name: string) => `Only ${name}, those above them and administrators can set up objectives for ${name}.`,
  closed: (cycle: string, by: string, when: string) =>
    `The cycle ${cycle} is closed: ${by} closed it on ${when}. Nothing in it changes any more.`,
  noCycle: 'There is no cycle yet. An administrator begins one with /okr cycle new.',
  unknownCycle: (typed: string) => `There is no cycle “${typed}”. /okr cycle list shows them.`,
  somebody: 'somebody',
}

const zhCN: typeof en = {
  whichObjective: '是哪一个目标？请先写编号，例如 O-3。用 /okr 列表 查看。',
  whichKeyResult: '是哪一个关键结果？请先写编号，例如 KR-12。用 /okr 列表 查看。',
  noReference: (typed) => `“${typed}”不是编号。编号的写法如 O-3 或 KR-12。`,
  unknownObjective: (number) => `没有目标 ${writeObjective(number)}，或者你无权查看。用 /okr 列表 查看你能看到的目标。`,
  unknownKeyResult: (number) =>
    `没有关键结果 ${writeKeyResult(number)}，或者你无权查看。用 /okr 列表 查看你能看到的关键结果。`,
  gone: '这一项已不存在，或者你无权查看。',
  archived: (reference) => `${reference} 已归档。用 /okr 归档 ${reference} 撤销 可以恢复。`,
  stale: '你打开表单期间有人做了修改。请重新打开，查看最新内容。',
  notForGuests: '只有同事可以使用 OKR。请找团队成员帮忙。',
  adminsOnly: '只有管理员可以这样做。用 /ops 管理员 查看有哪些管理员。',
  notYours: (reference, owner) => `只有 ${reference} 的负责人 ${owner}、其各级上级和管理员可以这样做。`,
  notTheirs: (name) => `只有 ${name} 本人、其各级上级和管理员可以为 ${name} 设定目标。`,
  closed: (cycle, by, when) => `周期“${cycle}”已由 ${by} 于${when}关闭，其中的内容不再更改。`,
  noCycle: '还没有周期。请管理员用 /okr 周期 新建 开始一个周期。',
  unknownCycle: (typed) => `没有周期“${typed}”。用 /okr 周期 列表 查看。`,
  somebody: '某人',
}

export const refusals: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
