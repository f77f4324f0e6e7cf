import type { Locale } from '../../../../chat/locale.ts'
import type { Score } from '../rules.ts'

/** `lastDay` is the last one on the whole of which the link works. */
type Letter = { reference: string; link: string; company: string; lastDay: string }
const scoresEn: Record<Score, string> = {
  1: '1 – very dissatisfied',
  2: '2 – dissatisfied',
  3: '3 – neither satisfied nor dissatisfied',
  4: '4 – satisfied',
  5: '5 – very satisfied',
}
const scoresZh: Record<Score, string> = {
  1: '1 分：很不满意',
  2: '2 分：不满意',
  3: '3 分：一般',
  4: '4 分：满意',
  5: '5 分：很满意',
}

/** What the customer reads. */
const en = {
  letter: ({ reference, link, company, lastDay }: Letter) =>
    `Are you satisfied with our answer to your complaint ${reference}? Please tell us, it takes a minute: ${link} The link works until ${lastDay}. Thank you. ${company}`,
  title: (company: string, reference: string) => `${company}: your complaint ${reference}`,
  intro: 'We have answered your complaint. Are you satisfied with how it was handled?',
  howMuch: 'How satisfied are you?',
  scores: scoresEn,
  note: 'Is there anything that you want to tell us? (optional)',
  send: 'Send',
  chooseScore: 'Please choose a number from 1 to 5.',
  tooLong: (most: number, is: number) => `Please write ${most} characters at most. You wrote ${is}.`,
  thanksTitle: 'Thank you',
  thanks: 'Your answer has reached us.',
  sorry: 'We are sorry that you are not satisfied. We are looking into your complaint again and will come back to you.',
  canLeave: 'You can close this page.',
  answered: 'We have your answer already, so this link has done its work.',
  again: 'We are looking into your complaint again and will come back to you. There is nothing for you to do now.',
  overTitle: 'This link is not needed any more',
  over: 'If there is something that you want to tell us, please write to whoever sent you the link.',
}

const zhCN: typeof en = {
  letter: ({ reference, link, company, lastDay }) =>
    `您好！您的投诉 ${reference} 我们已经答复，您对处理结果满意吗？请用一分钟告诉我们：${link} 链接有效期至${lastDay}。谢谢！${company}`,
  title: (company, reference) => `${company}：您的投诉 ${reference}`,
  intro: '我们已经答复您的投诉。您对处理结果满意吗？',
  howMuch: '您的满意程度',
  scores: scoresZh,
  note: '您还有什么想告诉我们的？（选填）',
  send: '提交',
  chooseScore: '请选择 1 到 5 分。',
  tooLong: (most, is) => `最多填写 ${most} 个字，您填写了 ${is} 个字。`,
  thanksTitle: '谢谢您',
  thanks: '我们已收到您的反馈。',
  sorry: '很抱歉没有让您满意。我们会重新处理您的投诉，并再次答复您。',
  canLeave: '您可以关闭此页面了。',
  answered: '我们已收到您的反馈，此链接不能再次使用。',
  again: '我们正在重新处理您的投诉，会再次答复您。您现在无需填写。',
  overTitle: '此链接已不再需要',
  over: '如果还有想告诉我们的，请联系发送链接给您的人。',
}

export const pageWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
