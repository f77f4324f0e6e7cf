import type { Locale } from '../../../chat/locale.ts'
import type { Step } from '../rules/path.ts'
import { writeRisk } from '../rules/reference.ts'
import { classNames } from './classes.ts'

const en = {
  whichRisk: 'Which risk? Put its reference first, such as R-12. /risk list shows them.',
  noReference: (typed: string) => `“${typed}” is not a reference. One looks like R-12.`,
  unknownRisk: (number: number) => `There is no risk ${writeRisk(number)}. /risk list shows those there are.`,
  gone: 'This is not there any more.',
  stale: 'Somebody has changed this while your form was open. Open it again to see how it stands now.',
  notForGuests: 'The risk register is for colleagues only. Ask somebody in your team.',
  auditorsOnlyRead: 'Whoever belongs to the third line (role audit) reads everything and changes nothing here.',
  secondLineOnly: 'Only the second line (role risk) and administrators can do this. /ops role shows who that is.',
  notYours: (reference: string, owner: string) =>
    `Only ${owner}, who owns ${reference}, those above them, the second line and administrators can do this.`,
  closed: (reference: string) => `${reference} is closed. /risk reopen ${reference} opens it again.`,
  notNow: (reference: string, state: keyof typeof classNames.en.state, steps: readonly Step[]) =>
    `${reference} is ${classNames.en.state[state]}. What you can do now: ${steps
      .map((step) => `/risk ${step} ${reference}`)
      .join(', ')}.`,
  somebody: 'somebody',
}

const STEPS: Record<Step, string> = {
  ...{ assess: '评估', respond: '应对', monitor: '监控', review: '复审', close: '关闭', reopen: '重开' },
}

const zhCN: typeof en = {
  whichRisk: '是哪一个风险？请先写编号，例如 R-12。用 /risk 列表 查看。',
  noReference: (typed) => `“${typed}”不是编号。编号的写法如 R-12。`,
  unknownRisk: (number) => `没有风险 ${writeRisk(number)}。用 /risk 列表 查看现有的风险。`,
  gone: '这一项已不存在。',
  stale: '你打开表单期间有人做了修改。请重新打开，查看最新内容。',
  notForGuests: '只有同事可以使用风险登记册。请找团队成员帮忙。',
  auditorsOnlyRead: '第三道防线（审计角色）可以查看全部内容，但不能做任何修改。',
  secondLineOnly: '只有第二道防线（风险角色）和管理员可以这样做。用 /ops 角色 查看有哪些人。',
  notYours: (reference, owner) => `只有 ${reference} 的负责人 ${owner}、其各级上级、第二道防线和管理员可以这样做。`,
  closed: (reference) => `${reference} 已关闭。用 /risk 重开 ${reference} 可以重新打开。`,
  notNow: (reference, state, steps) =>
    `${reference} ${classNames['zh-CN'].state[state]}。现在可以：${steps
      .map((step) => `/risk ${STEPS[step]} ${reference}`)
      .join('、')}。`,
  somebody: '某人',
}

export const refusals: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
