import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  title: (reference: string) => `Approve the resolution of ${reference}`,
  asks: (proposer: string) => `${proposer} proposes a resolution. The customer is told after you approve it.`,
  severity: 'Severity',
  customer: 'Customer',
  what: 'What happened',
  cause: 'Root cause',
  resolution: 'Proposed resolution',
  approve: 'Approve',
  reject: 'Reject',
  show: 'Show the complaint',
  somebody: 'Somebody',

  waitsFor: (approver: string) => `${approver} is asked to approve it before the customer is told.`,
  waitsForNobody: 'It needs an approval, and there is nobody who may give it.',
  mayReply: 'It needs no approval: the customer can be told now.',

  approvedBy: (name: string) => `${name} approved it.`,
  rejectedBy: (name: string, reason: string) => `${name} rejected it: ${reason}`,
  replaced: 'There is a newer proposal, or it was taken back. There is nothing to decide here.',
  notNeeded: 'No approval is needed any more.',
  askedInstead: (name: string) => `${name} is asked instead.`,
  notYourTurn: 'There is nothing for you to decide any more.',

  approved: (reference: string) => `The resolution of ${reference} is approved. The owner is told.`,
  rejected: (reference: string) => `The resolution of ${reference} goes back to the owner with your reason.`,
  ownerApproved: (name: string, reference: string) =>
    `${name} approved the resolution of ${reference}. The customer can be told now.`,
  ownerRejected: (name: string, reference: string) => `${name} rejected the resolution of ${reference}.`,

  already: (name: string) => `${name} has approved it already.`,
  rejectedAlready: (name: string) => `${name} has rejected it already.`,
  notYours: (name: string) => `${name} is asked to approve it. Only ${name} or whoever stands in can decide.`,
  notYoursNobody: 'You may not approve it, and nobody else is asked. An administrator can set the owner’s manager.',
  ownProposal: 'You proposed it, so somebody else has to approve it.',
  ownComplaint: 'You own the complaint, so somebody else has to approve its resolution.',
}

const zhCN: typeof en = {
  title: (reference) => spaced`批准 ${reference} 的解决方案`,
  asks: (proposer) => spaced`${proposer}提出了解决方案，你批准后才会回复客户。`,
  severity: '级别',
  customer: '客户',
  what: '客诉内容',
  cause: '根本原因',
  resolution: '解决方案',
  approve: '批准',
  reject: '驳回',
  show: '查看客诉',
  somebody: '有人',

  waitsFor: (approver) => spaced`已请${approver}批准，批准后才能回复客户。`,
  waitsForNobody: '方案需要批准，但没有人可以批准。',
  mayReply: '无需批准，现在可以回复客户。',

  approvedBy: (name) => spaced`${name}已批准。`,
  rejectedBy: (name, reason) => spaced`${name}已驳回：${reason}`,
  replaced: '方案已更新或撤回，这里无需再处理。',
  notNeeded: '现在无需批准。',
  notYourTurn: '你无需再做决定。',
  askedInstead: (name) => spaced`已改请${name}批准。`,

  approved: (reference) => spaced`${reference} 的解决方案已批准，已通知负责人。`,
  rejected: (reference) => spaced`${reference} 的解决方案已驳回，原因已告知负责人。`,
  ownerApproved: (name, reference) => spaced`${name}已批准${reference}的解决方案，现在可以回复客户。`,
  ownerRejected: (name, reference) => spaced`${name}驳回了${reference}的解决方案。`,

  already: (name) => spaced`${name}已经批准了。`,
  rejectedAlready: (name) => spaced`${name}已经驳回了。`,
  notYours: (name) => spaced`已请${name}批准，只有${name}或其备岗可以决定。`,
  notYoursNobody: '你不能批准这个方案，目前也没有人可以批准。管理员可以设置负责人的上级。',
  ownProposal: '方案由你提出，需要由其他人批准。',
  ownComplaint: '这件客诉由你负责，解决方案需要由其他人批准。',
}

export const approvalWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
