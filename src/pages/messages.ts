import type { Locale } from '../chat/locale.ts'

const en = {
  unknownTitle: 'This link does not work',
  unknown: 'Perhaps a part of it was lost on the way. Copy the whole link from the message that you were sent.',
  expiredTitle: 'This link has expired',
  expired: 'It could be used until a certain day only. Please write to whoever sent it to you.',
  tooManyTitle: 'Too many requests',
  tooMany: 'Please wait a minute and open the link again.',
  tooLongTitle: 'That is too long',
  tooLong: 'Go back, shorten what you wrote and send it again.',
  brokenTitle: 'Something went wrong on our side',
  broken: 'Please try again in a few minutes.',
  correct: 'Something is missing or cannot be read. See below.',
}

const zhCN: typeof en = {
  unknownTitle: '此链接无法打开',
  unknown: '链接可能不完整。请从收到的消息中复制完整的链接。',
  expiredTitle: '此链接已过期',
  expired: '链接的有效期已过。如需反馈，请联系发送链接的人。',
  tooManyTitle: '请求过于频繁',
  tooMany: '请稍等一分钟，再打开链接。',
  tooLongTitle: '内容过长',
  tooLong: '请返回上一页，缩短内容后重新提交。',
  brokenTitle: '我们这边出了问题',
  broken: '请过几分钟再试。',
  correct: '有内容未填写或无法识别，请看下面的提示。',
}

export const pageWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
