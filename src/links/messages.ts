import type { Locale } from '../chat/locale.ts'

const en = {
  usage: (flow: string, reference: string) =>
    `With what? Write /${flow} link ${reference} C-12: a complaint like that, a blocker like B-7, an objective like O-3, a risk like R-1 or a KPI by its key.`,
  unknown: (typed: string) =>
    `There is nothing called “${typed}” that you can see. Write it like C-12, B-7, O-3 or R-1, or as the key of a KPI.`,
  self: 'It cannot be linked to itself.',
  linked: (one: string, other: string) => `${one} is linked to ${other}.`,
  linkedAlready: (one: string, other: string) => `${one} is linked to ${other} already.`,
  unlinked: (one: string, other: string) => `${one} is not linked to ${other} any more.`,
  notLinked: (one: string, other: string) => `${one} is not linked to ${other}.`,
  takeBack: 'Take that back',
}

const zhCN: typeof en = {
  usage: (flow, reference) =>
    `与什么关联？请输入 /${flow} 关联 ${reference} C-12（客诉）、B-7（站会阻碍）、O-3（目标）、R-1（风险）或指标代码。`,
  unknown: (typed) => `没有“${typed}”，或者你无权查看。写法如 C-12、B-7、O-3、R-1 或指标代码。`,
  self: '不能与自身关联。',
  linked: (one, other) => `${one} 与 ${other} 已关联。`,
  linkedAlready: (one, other) => `${one} 与 ${other} 已经关联。`,
  unlinked: (one, other) => `${one} 与 ${other} 不再关联。`,
  notLinked: (one, other) => `${one} 与 ${other} 没有关联。`,
  takeBack: '撤销关联',
}

export const tieWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
