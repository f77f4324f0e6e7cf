import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  title: (reference: string) => `${reference} is filed`,
  already: (reference: string) => `This has been filed already, as ${reference}.`,
  alreadyHidden: 'This has been filed already.',
  typedGone: 'What you wrote is no longer here. Open the form again with /complaint.',
  customer: 'Customer',
  owner: 'Owner',
  ownerHow: (how: string) => ` · ${how}`,
  severity: 'Severity',
  type: 'Type',
  suggestedBy: (words: string) => ` · suggested because of ${words}`,
  suggestedUsual: ' · suggested, since nothing says otherwise',
  chosen: ' · chosen by you',
  chosenOver: (suggested: string, words: string) =>
    ` · chosen by you; the rules suggest ${suggested}${words && ` because of ${words}`}`,
  quoted: (word: string) => `“${word}”`,
  listed: ', ',
  acknowledgeBy: 'Acknowledge by',
  replyBy: 'Reply by',
  moment: (when: string, zone: string) => `${when} (${zone})`,
  channel: 'Card in',
  confidential: 'Confidential: only the owner, those above and administrators see it.',
  passed: (reasons: string) => `Passed over: ${reasons}.`,
  classify: 'Classify',
  settings: 'Settings',
}

const zhCN: typeof en = {
  title: (reference) => spaced`${reference} 已登记`,
  already: (reference) => spaced`已经登记过，编号 ${reference}。`,
  alreadyHidden: '已经登记过。',
  typedGone: '你填写的内容已清除。请用 /complaint 重新打开表单。',
  customer: '客户',
  owner: '负责人',
  ownerHow: (how) => spaced`（${how}）`,
  severity: '级别',
  type: '类型',
  suggestedBy: (words) => spaced`（规则建议，依据：${words}）`,
  suggestedUsual: '（规则建议：没有其他线索）',
  chosen: '（由你选定）',
  chosenOver: (suggested, words) => spaced`（由你选定；规则建议：${suggested}${words && `，依据：${words}`}）`,
  quoted: (word) => spaced`“${word}”`,
  listed: '、',
  acknowledgeBy: '受理截止',
  replyBy: '回复截止',
  moment: (when, zone) => spaced`${when}（${zone}）`,
  channel: '卡片发布频道',
  confidential: '保密：只有负责人、其上级和管理员可以查看。',
  passed: (reasons) => spaced`已跳过：${reasons}。`,
  classify: '分类分级',
  settings: '设置',
}

export const filedWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
