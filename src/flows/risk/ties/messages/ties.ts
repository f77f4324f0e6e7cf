import type { Locale } from '../../../../chat/locale.ts'

const en = {
  make: 'Make it a risk',
  meanwhile: (reference: string, risks: string) =>
    `Somebody has made a risk of ${reference} meanwhile: ${risks}. Nothing of yours is saved; if yours is another one, open the form again.`,
  linkUsage: (reference: string) =>
    `With what? Write /risk link ${reference} C-12: a complaint like that, a blocker like B-7, an objective like O-3 or another risk.`,
  unknown: (typed: string) =>
    `There is nothing called “${typed}” that you can see. Write it like C-12, B-7, O-3 or R-1.`,
  self: 'It cannot be linked to itself.',
  linked: (one: string, other: string) => `${one} is linked to ${other}.`,
  linkedAlready: (one: string, other: string) => `${one} is linked to ${other} already.`,
  unlinked: (one: string, other: string) => `${one} is not linked to ${other} any more.`,
  notLinked: (one: string, other: string) => `${one} is not linked to ${other}.`,
  takeBack: 'Take that back',
}

const zhCN: typeof en = {
  make: '登记为风险',
  meanwhile: (reference, risks) =>
    `已有人把 ${reference} 登记为风险：${risks}。你的内容没有保存；如果是另一个风险，请重新打开表单。`,
  linkUsage: (reference) =>
    `与什么关联？请输入 /risk 关联 ${reference} C-12（客诉）、B-7（站会阻碍）、O-3（目标）或其他风险的编号。`,
  unknown: (typed) => `没有“${typed}”，或者你无权查看。写法如 C-12、B-7、O-3 或 R-1。`,
  self: '不能与自身关联。',
  linked: (one, other) => `${one} 与 ${other} 已关联。`,
  linkedAlready: (one, other) => `${one} 与 ${other} 已经关联。`,
  unlinked: (one, other) => `${one} 与 ${other} 不再关联。`,
  notLinked: (one, other) => `${one} 与 ${other} 没有关联。`,
  takeBack: '撤销关联',
}

export const tieWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
