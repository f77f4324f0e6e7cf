import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  investigation: (reference: string) => `Investigate ${reference}`,
  takesBack: 'Saving this takes the proposed resolution back; it has to be proposed again.',
  findings: 'What you found',
  findingsNeeded: 'Write down what you found.',
  why: (number: number) => `Why? (${number})`,
  whyFirst: 'Why did it happen?',
  rootCause: 'Root cause',
  family: 'Cause family',
  tooLongForForm: 'What is there is too long to show here. Left empty, it stays as it is.',
  save: 'Save',

  proposal: (reference: string) => `Propose a resolution: ${reference}`,
  resolution: 'What the customer is offered and told',
  resolutionNeeded: 'Write down what the customer is to be offered.',
  needsApproval: 'S1 and S2: somebody else approves it before the customer is told.',
  propose: 'Propose',

  rejection: (reference: string) => `Reject: ${reference}`,
  reason: 'Reason',
  reasonNeeded: 'Say why in a few words.',
  rejectIntro: 'It goes back to the owner, who investigates and proposes again.',
  reject: 'Reject',

  reply: (reference: string) => `Reply: ${reference}`,
  replyIntro: (customer: string, contact: string | null) =>
    `Tell ${customer}${contact ? ` (${contact})` : ''} first, then write down here what you said.`,
  proposed: (text: string) => `Proposed: ${text}`,
  told: 'What the customer was told',
  toldNeeded: 'Write down what the customer was told.',
  toldHint: 'Left empty: the resolution as it was proposed.',
  by: 'How you told them',
  saveReply: 'Save the reply',

  reopening: (reference: string) => `Reopen ${reference}`,
  reopenIntro: 'There is a new reply to give, with a clock of its own.',
  reopen: 'Reopen',

  withdrawal: (reference: string) => `Withdraw ${reference}`,
  withdrawIntro: 'This ends it for good: the clocks stop, and it cannot be reopened.',
  withdraw: 'Withdraw',

  merging: (reference: string) => `Merge ${reference}`,
  into: 'Into which complaint',
  mergeNext: 'Continue',
  mergeAsk: (from: string, into: string) => `Merge ${from} into ${into}?`,
  mergeText: (from: string, into: string) =>
    `${from} ends, its clocks stop and it cannot be reopened; ${into} goes on. Both histories are kept.`,
  mergeRaises: (into: string, severity: string) => `${into} becomes ${severity}, as the more severe of the two.`,
  merge: 'Merge',
  mergeWhich: (reference: string) => `Into which one? Write /complaint merge ${reference} into C-9.`,
  mergeSelf: 'A complaint cannot be merged into itself.',
  mergeEnded: (reference: string, state: string) =>
    `${reference} is ${state}, so nothing can be merged into it. Name the one where it goes on.`,
  mergePublic: (from: string, into: string) =>
    `${from} is confidential and ${into} is not: merged, its story would be seen by everybody. Make ${into} confidential first.`,

  closeAsk: (reference: string) => `Close ${reference} before the customer has answered?`,
  closeText: 'Nobody has said yet whether the customer is satisfied. Without an answer it closes by itself.',
  closeNow: 'Close now',

  classification: (reference: string) => `Classify ${reference}`,
  severity: 'Severity',
  type: 'Type',
  suggested: (severity: string, type: string) => `The rules suggested ${severity}, ${type}.`,
  classify: 'Save',
  classUnknown: (word: string) =>
    `I can’t read “${word}”. Write a severity from s1 to s4, a type (product, service, process, delivery, billing, other) or both.`,
  classTwice: 'Name one severity and one type only.',
}

const zhCN: typeof en = {
  investigation: (reference) => spaced`调查 ${reference}`,
  takesBack: '保存后，已提出的方案会撤回，需要重新提出。',
  findings: '调查结果',
  findingsNeeded: '请填写调查结果。',
  why: (number) => spaced`第 ${number} 个为什么`,
  whyFirst: '为什么会发生？',
  rootCause: '根本原因',
  family: '原因类别（人机料法环测）',
  tooLongForForm: '已有内容太长，这里无法显示。留空则保持不变。',
  save: '保存',

  proposal: (reference) => spaced`提出方案：${reference}`,
  resolution: '给客户的方案和答复',
  resolutionNeeded: '请填写给客户的方案。',
  needsApproval: 'S1 和 S2 需要其他人批准后才能回复客户。',
  propose: '提出',

  rejection: (reference) => spaced`驳回：${reference}`,
  reason: '原因',
  reasonNeeded: '请简要说明原因。',
  rejectIntro: '驳回后由负责人继续调查，再重新提出方案。',
  reject: '驳回',

  reply: (reference) => spaced`回复客户：${reference}`,
  replyIntro: (customer, contact) =>
    spaced`请先答复客户${customer}${contact ? `（${contact}）` : ''}，再在这里登记答复内容。`,
  proposed: (text) => spaced`方案：${text}`,
  told: '给客户的答复',
  toldNeeded: '请填写给客户的答复。',
  toldHint: '留空则登记为原方案。',
  by: '答复方式',
  saveReply: '登记回复',

  reopening: (reference) => spaced`重开 ${reference}`,
  reopenIntro: '重开后需要再次回复客户，并重新计时。',
  reopen: '重开',

  withdrawal: (reference) => spaced`撤回 ${reference}`,
  withdrawIntro: '撤回后客诉结束，停止计时，不能重开。',
  withdraw: '撤回',

  merging: (reference) => spaced`合并 ${reference}`,
  into: '并入哪一件客诉',
  mergeNext: '继续',
  mergeAsk: (from, into) => spaced`把 ${from} 并入 ${into}？`,
  mergeText: (from, into) => spaced`${from} 将结束并停止计时，不能重开；${into} 继续处理。两边的记录都保留。`,
  mergeRaises: (into, severity) => spaced`${into} 改为两件中较高的级别：${severity}。`,
  merge: '合并',
  mergeWhich: (reference) => spaced`并入哪一件？请输入 /complaint 合并 ${reference} 到 C-9。`,
  mergeSelf: '客诉不能并入自身。',
  mergeEnded: (reference, state) => spaced`${reference} ${state}，不能再把其他客诉并入其中。请改写正在处理的那一件。`,
  mergePublic: (from, into) =>
    spaced`${from} 是保密客诉，${into} 不是。合并后所有人都能看到其内容，请先把 ${into} 设为保密。`,

  closeAsk: (reference) => spaced`客户还没有评价，现在关闭 ${reference}？`,
  closeText: '还不知道客户是否满意。如果客户一直不答复，会自动关闭。',
  closeNow: '现在关闭',

  classification: (reference) => spaced`${reference} 分类分级`,
  severity: '级别',
  type: '类型',
  suggested: (severity, type) => spaced`规则建议：${severity}，${type}。`,
  classify: '保存',
  classUnknown: (word) =>
    spaced`无法识别“${word}”。请写级别 s1 至 s4，或类型：产品、服务、流程、交付、账单、其他，也可以两项都写。`,
  classTwice: '级别和类型请各写一个。',
}

export const formWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
