import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  save: 'Save',

  noteTitle: (reference: string) => `Note on ${reference}`,
  noteLabel: 'Note',
  noteHint: 'Everybody who may see the complaint reads it. Leave out contact data of the customer.',
  noteEmpty: 'Write something.',
  noted: (reference: string) => `The note on ${reference} is saved.`,

  evidenceTitle: (reference: string) => `Evidence for ${reference}`,
  evidenceLink: 'Link',
  evidenceLinkHint: 'Begins with https:// or http://',
  evidenceText: 'What it shows',
  evidenceEmpty: 'Give a link, or say in words what speaks for or against it.',
  evidenceBad: (typed: string) =>
    `“${typed}” is no link that I can take. Links begin with https:// or http://; words alone are fine too.`,
  evidenced: (reference: string) => `The evidence for ${reference} is saved.`,

  linkWith: (reference: string) => `With which complaint? Write it like /complaint link ${reference} C-9.`,
  linkSelf: 'A complaint cannot be linked to itself. Give two different references.',
  linked: (one: string, other: string) => `${one} and ${other} are linked.`,
  linkedAlready: (one: string, other: string) => `${one} and ${other} are linked already.`,

  onOrOff: (reference: string) => `On or off? Write it like /complaint confidential ${reference} on.`,
  made: (reference: string) =>
    `${reference} is confidential now: its owner, those above and administrators see it, and nobody else.`,
  madeAlready: (reference: string) => `${reference} is confidential already.`,
  openAsk: (reference: string) =>
    `Open ${reference} to all colleagues? Its card and its story will stand in the channel, and lists, exports and reports have it.`,
  openYes: 'Open it',
  opened: (reference: string) => `${reference} is open to all colleagues now.`,
  openAlready: (reference: string) => `${reference} is not confidential. All colleagues see it.`,

  namedTitle: (reference: string) => `Whom ${reference} is about`,
  namedLabel: 'Colleagues',
  namedHint: 'They are neither its owner nor in its chain. Leave it empty if it is about nobody here.',
  named: (reference: string, names: string) => `${reference} is about ${names}. They have no part in it.`,
  namedNobody: (reference: string) => `${reference} is about nobody here.`,
  namedMoved: (owner: string) => `It is ${owner}’s now.`,
  namedWhy: 'The complaint is about the former owner.',
  namedStrangers: 'Only colleagues who are here can be named.',
  listed: ', ',
}

const zhCN: typeof en = {
  save: '保存',

  noteTitle: (reference) => spaced`${reference} 的备注`,
  noteLabel: '备注',
  noteHint: '能查看这件客诉的人都会看到。请不要写客户的联系方式。',
  noteEmpty: '请填写内容。',
  noted: (reference) => spaced`${reference} 的备注已保存。`,

  evidenceTitle: (reference) => spaced`${reference} 的证据`,
  evidenceLink: '链接',
  evidenceLinkHint: '以 https:// 或 http:// 开头',
  evidenceText: '说明',
  evidenceEmpty: '请填写链接，或用文字说明。',
  evidenceBad: (typed) => spaced`“${typed}”不是可用的链接。链接要以 https:// 或 http:// 开头；只写文字也可以。`,
  evidenced: (reference) => spaced`${reference} 的证据已保存。`,

  linkWith: (reference) => spaced`与哪一件客诉关联？例如 /complaint 关联 ${reference} C-9。`,
  linkSelf: '客诉不能与自身关联。请写两个不同的编号。',
  linked: (one, other) => spaced`${one} 与 ${other} 已关联。`,
  linkedAlready: (one, other) => spaced`${one} 与 ${other} 之前已关联。`,

  onOrOff: (reference) => spaced`开还是关？例如 /complaint 保密 ${reference} 开。`,
  made: (reference) => spaced`${reference} 已设为保密：只有负责人、其上级和管理员可以查看。`,
  madeAlready: (reference) => spaced`${reference} 已经是保密的。`,
  openAsk: (reference) =>
    spaced`确定取消 ${reference} 的保密吗？卡片和经过会出现在频道里，列表、导出和报告也会包含它。`,
  openYes: '取消保密',
  opened: (reference) => spaced`${reference} 已取消保密，所有同事都可以查看。`,
  openAlready: (reference) => spaced`${reference} 没有设为保密，所有同事都可以查看。`,

  namedTitle: (reference) => spaced`${reference} 涉及的同事`,
  namedLabel: '同事',
  namedHint: '不会由他们负责，升级上报时也不会通知他们。不涉及同事时请留空。',
  named: (reference, names) => spaced`${reference} 涉及${names}，他们不参与处理。`,
  namedNobody: (reference) => spaced`${reference} 不涉及任何同事。`,
  namedMoved: (owner) => spaced`现由${owner}负责。`,
  namedWhy: '客诉涉及原负责人。',
  namedStrangers: '只能选择在职的同事。',
  listed: '、',
}

export const deedWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
