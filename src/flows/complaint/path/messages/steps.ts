import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  word: {
    acknowledge: 'acknowledge',
    investigate: 'investigate',
    propose: 'propose',
    approve: 'approve',
    reject: 'reject',
    reply: 'reply',
    close: 'close',
    reopen: 'reopen',
    withdraw: 'withdraw',
    merge: 'merge',
  },
  tail: { reject: ' <reason>', reopen: ' <reason>', withdraw: ' <reason>', merge: ' into C-…' },
  label: {
    acknowledge: 'Acknowledge',
    investigate: 'Investigate',
    propose: 'Propose a resolution',
    approve: 'Approve',
    reject: 'Reject',
    reply: 'Reply',
    close: 'Close',
    reopen: 'Reopen',
    withdraw: 'Withdraw',
    merge: 'Merge',
    assign: 'Assign',
    classify: 'Classify',
  },
  cannot: {
    acknowledge: 'it cannot be acknowledged',
    investigate: 'it cannot be investigated',
    propose: 'no resolution can be proposed',
    approve: 'there is nothing to approve',
    reject: 'there is nothing to reject',
    reply: 'it cannot be replied to',
    close: 'it cannot be closed',
    reopen: 'it cannot be reopened',
    withdraw: 'it cannot be withdrawn',
    merge: 'it cannot be merged',
    assign: 'it cannot be assigned',
    classify: 'it cannot be classified',
  },
  notNow: (reference: string, state: string, cannot: string) => `${reference} (${state}): ${cannot} now.`,
  waitsForApproval: (reference: string) => `${reference} waits for approval: it cannot be replied to before.`,
  waitsFor: (reference: string, approver: string) =>
    `${reference} waits for ${approver}’s approval: it cannot be replied to before.`,
  possible: 'Possible now:',
  nothingPossible: (reference: string) =>
    `Nothing more can be done with it. /complaint show ${reference} shows its record.`,
  inside: (reference: string) => `It was merged into ${reference}, where it goes on.`,
  changed: 'Somebody changed this meanwhile. Open it again: nothing was overwritten.',
  tooLong: (most: number) => `This is longer than ${most} characters. Attach it as evidence and write a summary here.`,

  tooLongForForm: (most: number) =>
    `This is longer than ${most} characters, more than a form can show. Leave it out and paste it into the form.`,

  ownerOnly: (owner: string) =>
    `Only its owner ${owner} or an administrator can do this. To take it over, ask one of them to assign it to you.`,
  takersOnly: (owner: string) =>
    `It is ${owner}’s. To acknowledge it yourself, ask ${owner} or an administrator to assign it to you.`,
  youAreNamed: 'This complaint is about you, so you take no part in it.',

  acknowledged: (reference: string) => `${reference} is acknowledged, and it is yours.`,
  taken: (reference: string, owner: string) =>
    `${reference} is acknowledged, and it is yours now instead of ${owner}’s.`,
  investigated: (reference: string) => `What you found about ${reference} is saved.`,
  proposed: (reference: string) => `The resolution of ${reference} is proposed.`,
  replied: (reference: string) => `The reply to ${reference} is on record. Now it waits for the customer’s verdict.`,
  closed: (reference: string) => `${reference} is closed.`,
  reopened: (reference: string) => `${reference} is open again: there is a new reply to give.`,
  withdrawn: (reference: string) => `${reference} is withdrawn.`,
  merged: (reference: string, into: string) => `${reference} is now part of ${into}. Both histories are kept.`,
  classified: (reference: string, severity: string, type: string) => `${reference} is ${severity}, ${type}.`,
  classifiedSo: (reference: string, severity: string, type: string) => `${reference} is ${severity}, ${type} already.`,
  loweredBy: (reference: string, approver: string | null) =>
    `As S3 or S4, ${reference} would need no approval any more, so its owner does not decide that. ${
      approver ? `Ask ${approver} to classify it.` : 'Set a manager with /ops manager, who can classify it.'
    }`,
}

const zhCN: typeof en = {
  word: {
    acknowledge: '受理',
    investigate: '调查',
    propose: '方案',
    approve: '批准',
    reject: '驳回',
    reply: '回复',
    close: '关闭',
    reopen: '重开',
    withdraw: '撤回',
    merge: '合并',
  },
  tail: { reject: ' <原因>', reopen: ' <原因>', withdraw: ' <原因>', merge: ' 到 C-…' },
  label: {
    acknowledge: '受理',
    investigate: '调查',
    propose: '提出方案',
    approve: '批准',
    reject: '驳回',
    reply: '回复客户',
    close: '关闭',
    reopen: '重开',
    withdraw: '撤回',
    merge: '合并',
    assign: '指派',
    classify: '分类分级',
  },
  cannot: {
    acknowledge: '不能受理',
    investigate: '不能填写调查结果',
    propose: '不能提出方案',
    approve: '没有待批准的方案',
    reject: '没有可驳回的方案',
    reply: '不能回复客户',
    close: '不能关闭',
    reopen: '不能重开',
    withdraw: '不能撤回',
    merge: '不能合并',
    assign: '不能指派',
    classify: '不能分类分级',
  },
  notNow: (reference, state, cannot) => `${reference}（${state}）：现在${cannot}。`,
  waitsForApproval: (reference) => `${reference} 的方案还没有批准，不能回复客户。`,
  waitsFor: (reference, approver) => spaced`${reference}的方案还在等${approver}批准，不能回复客户。`,
  possible: '现在可以：',
  nothingPossible: (reference) => `这件客诉已经结束。用 /complaint 查看 ${reference} 可以查看记录。`,
  inside: (reference) => `它已并入 ${reference}，请在那里继续处理。`,
  changed: '内容刚被别人修改过。请重新打开；没有覆盖任何内容。',
  tooLong: (most) => `内容超过 ${most} 个字符。请把全文作为证据附上，这里只写摘要。`,

  tooLongForForm: (most) => `内容超过 ${most} 个字符，表单无法显示。请先不写内容，再粘贴到表单中。`,

  ownerOnly: (owner) => spaced`只有负责人${owner}或管理员可以进行这个操作。如需由你接手，请让他们先指派给你。`,
  takersOnly: (owner) => spaced`这件客诉由${owner}负责。如需由你受理，请让${owner}或管理员先指派给你。`,
  youAreNamed: '这件客诉涉及你本人，你需要回避。',

  acknowledged: (reference) => `${reference} 已受理，由你负责。`,
  taken: (reference, owner) => spaced`${reference}已受理，改由你负责，原负责人是${owner}。`,
  investigated: (reference) => `${reference} 的调查结果已保存。`,
  proposed: (reference) => `${reference} 的解决方案已提出。`,
  replied: (reference) => `${reference} 的回复已登记，现在等待客户评价。`,
  closed: (reference) => `${reference} 已关闭。`,
  reopened: (reference) => `${reference} 已重开，需要再次回复客户。`,
  withdrawn: (reference) => `${reference} 已撤回。`,
  merged: (reference, into) => `${reference} 已并入 ${into}，两边的记录都保留。`,
  classified: (reference, severity, type) => `${reference} 已分类分级：${severity}，${type}。`,
  classifiedSo: (reference, severity, type) => `${reference} 已经是 ${severity}，${type}。`,
  loweredBy: (reference, approver) =>
    spaced`${reference} 降为 S3 或 S4 后不再需要批准，因此不由负责人自己决定。${
      approver ? spaced`请让${approver}来分级。` : '请先用 /ops 上级 设置上级，再由上级分级。'
    }`,
}

export const stepWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
