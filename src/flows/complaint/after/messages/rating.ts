import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

/** What colleagues read. */
const en = {
  inviteTitle: (reference: string) => `${reference}: ask the customer`,
  invite: 'Send this to the customer:',
  linkLasts: (until: string) => `The link works once, until ${until}. An answer of 1 or 2 opens the complaint again.`,
  closesOn: (date: string) => `Without an answer it closes by itself on ${date}.`,
  record: 'Record the answer',
  formTitle: (reference: string) => `Verdict on ${reference}`,
  formIntro: 'What the customer told you.',
  score: 'How satisfied is the customer?',
  note: 'In the customer’s words',
  save: 'Save',

  gave: (reference: string, score: number) => `${reference}: the customer gave ${score} of 5.`,
  isClosed: 'The complaint is closed.',
  isReopened: 'The complaint is open again and the manager hears of it. There is a new reply to give.',
  notSatisfied: (score: number) => `The customer is not satisfied: ${score} of 5.`,
  unsatisfiedTitle: (reference: string) => `${reference}: the customer is not satisfied`,
  unsatisfied: (score: number) =>
    `The customer gave our reply ${score} of 5. The complaint is open again: see to it that there is a new reply.`,
  show: 'Show',

  notReplied: (reference: string) =>
    `${reference} waits for a reply, so there is nothing that the customer could judge. Reply first.`,
  ratedBefore: (reference: string, score: number) =>
    `The customer’s verdict on ${reference} is on record: ${score} of 5. It cannot be changed.`,
  expired: (reference: string) =>
    `The link has expired. What the customer tells you can still be recorded: /complaint rate ${reference} <1-5>`,
  aboutYou: 'This complaint is about you, so somebody else has to record what the customer said.',
  otherReply: 'There is a newer reply meanwhile. Open the form again.',
  noScore: (typed: string) => `“${typed}” is no score. Write 1 (very dissatisfied) to 5 (very satisfied).`,
  chooseScore: 'Choose a number from 1 to 5.',
  tooLong: (most: number) => `The note can have ${most} characters at most.`,
}

const zhCN: typeof en = {
  inviteTitle: (reference) => spaced`${reference}：请客户评价`,
  invite: '请把下面这段话发给客户：',
  linkLasts: (until) => spaced`链接只能使用一次，${until}前有效。客户评 1 或 2 分时，客诉会自动重开。`,
  closesOn: (date) => spaced`如果客户没有反馈，客诉将在${date}自动关闭。`,
  record: '登记客户评价',
  formTitle: (reference) => spaced`${reference} 满意度`,
  formIntro: '登记客户告诉你的评价。',
  score: '客户的满意程度',
  note: '客户原话',
  save: '保存',

  gave: (reference, score) => spaced`${reference}：客户评了 ${score} 分（满分 5 分）。`,
  isClosed: '客诉已关闭。',
  isReopened: '客诉已重开，并已通知上级。请再次答复客户。',
  notSatisfied: (score) => spaced`客户不满意，评分 ${score} 分（满分 5 分）。`,
  unsatisfiedTitle: (reference) => spaced`${reference}：客户不满意`,
  unsatisfied: (score) => spaced`客户对我们的答复评了 ${score} 分（满分 5 分）。客诉已重开，请确保再次答复客户。`,
  show: '查看',

  notReplied: (reference) => spaced`${reference} 还没有答复客户，客户无从评价。请先答复客户。`,
  ratedBefore: (reference, score) => spaced`${reference} 已登记客户评分 ${score} 分，不能修改。`,
  expired: (reference) => spaced`链接已过期。客户口头告诉你的评价仍可登记：/complaint 满意度 ${reference} <1-5>`,
  aboutYou: '这件客诉涉及你本人，请让其他同事登记客户的评价。',
  otherReply: '之后又有新的答复。请重新打开表单。',
  noScore: (typed) => spaced`“${typed}”不是评分。请填写 1（很不满意）到 5（很满意）。`,
  chooseScore: '请选择 1 到 5 分。',
  tooLong: (most) => spaced`备注最多 ${most} 个字。`,
}

export const ratingWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
