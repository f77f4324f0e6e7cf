import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  columns: {
    reference: 'reference',
    state: 'state',
    severity: 'severity',
    type: 'type',
    product: 'product',
    customer: 'customer',
    owner: 'owner',
    received: 'received',
    acknowledged: 'acknowledged',
    replied: 'replied',
    closed: 'closed',
    acknowledgeDue: 'to acknowledge: due',
    acknowledgeUsed: 'to acknowledge: minutes used',
    acknowledgeBreached: 'to acknowledge: breached',
    replyDue: 'to reply: due',
    replyUsed: 'to reply: minutes used',
    replyBreached: 'to reply: breached',
    cause: 'cause family',
    score: 'satisfaction',
    mergedInto: 'merged into',
    contact: 'contact',
  },
  sent: (count: number) => (count === 1 ? 'One complaint as a CSV file' : `${count} complaints as a CSV file`),
  hint: 'Times are in UTC. Keep the file where only those who need it can read it.',
  onItsWay: 'I have sent you the file in a direct message.',
  nothing: 'No complaint fits, so there is nothing to export.',
  tooMany: (count: number, most: number) =>
    `${count} complaints fit, and a file holds ${most} at most. Add a filter, such as s1, a type or product:…`,
}

const zhCN: typeof en = {
  columns: {
    reference: '编号',
    state: '状态',
    severity: '级别',
    type: '类型',
    product: '产品',
    customer: '客户',
    owner: '负责人',
    received: '接收时间',
    acknowledged: '受理时间',
    replied: '回复时间',
    closed: '关闭时间',
    acknowledgeDue: '受理时限：到期',
    acknowledgeUsed: '受理时限：已用分钟',
    acknowledgeBreached: '受理时限：超时',
    replyDue: '回复时限：到期',
    replyUsed: '回复时限：已用分钟',
    replyBreached: '回复时限：超时',
    cause: '原因类别',
    score: '满意度',
    mergedInto: '合并到',
    contact: '联系方式',
  },
  sent: (count) => spaced`${count} 件客诉的 CSV 文件`,
  hint: '时间为 UTC。请妥善保管文件，只让有需要的人查看。',
  onItsWay: '文件已通过私信发给你。',
  nothing: '没有符合条件的客诉，无内容可导出。',
  tooMany: (count, most) =>
    spaced`符合条件的有 ${count} 件，一个文件最多 ${most} 件。请增加筛选条件，例如 s1、类型或 产品:名称。`,
}

export type Column = keyof typeof en.columns
export const exportWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
