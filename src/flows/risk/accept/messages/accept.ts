import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  title: (reference: string) => `Accept ${reference}`,
  propose: 'Propose',
  reason: 'Why it can be lived with',
  reasonHint: 'What it would cost to do more, and what is done meanwhile',
  until: 'Until',
  untilHint: (months: number) => `The last day on which it holds; within ${months} months`,
  decidedBy: (names: readonly string[]) => `Decided by: ${names.join(', ')}`,
  reasonEmpty: 'Say why it can be lived with.',
  whyEmpty: 'Say why.',
  tooLong: (most: number, now: number) => `Up to ${most} characters; these are ${now}.`,
  untilWrong: (day: string) => `Choose a day after today, up to ${day}.`,
  notNeeded: (reference: string, level: string) =>
    `${reference} is ${level}: nobody else has to decide. Say so in its response: /risk respond ${reference}.`,
  nobody:
    'There is nobody who could decide: neither the owner nor whoever proposes it may. An administrator gives somebody the role: /ops role risk @colleague.',
  proposed: (reference: string, names: readonly string[]) =>
    `Proposed to live with ${reference}. ${names.join(', ')} can decide.`,
  questionTitle: (reference: string) => `Live with ${reference}?`,
  asks: (by: string) => `${by} proposes to live with it. It is yours to decide.`,
  accept: 'Accept',
  decline: 'Decline',
  decideTitle: {
    accept: (reference: string) => `Live with ${reference}`,
    decline: (reference: string) => `Do not live with ${reference}`,
  },
  why: 'Reason',
  yourOwn: 'You own this risk or have proposed it: somebody else decides.',
  notYours: (names: readonly string[]) =>
    `This is decided by: ${names.join(', ') || 'nobody, as nobody has the role'}.`,
  accepted: (by: string, until: string) => `Accepted by ${by} until ${until}.`,
  declined: (by: string) => `Declined by ${by}.`,
  already: {
    accepted: (by: string) => `${by} has accepted it already.`,
    declined: (by: string) => `${by} has declined it already.`,
  },
  over: { expired: 'It has expired.', withdrawn: 'It is withdrawn: the risk is another one than it was, or is over.' },
  tellAccepted: (by: string, reference: string, until: string) =>
    `${by} accepts that you live with ${reference} until ${until}.`,
  tellDeclined: (by: string, reference: string) =>
    `${by} declines to live with ${reference}. Say what is done about it instead: /risk respond ${reference}.`,
  waits: (by: string, until: string) => `${by} proposes to accept it until ${until}; the second line decides.`,
  holds: (by: string, until: string) => `Accepted by ${by} until ${until}`,
  hasExpired: (on: string) => `⚠️ Its acceptance has expired: ${on} was the last day.`,
  wasDeclined: (by: string) => `${by} has declined to accept it`,
}

const zhCN: typeof en = {
  title: (reference) => `接受 ${reference}`,
  propose: '提交',
  reason: '为什么可以承受',
  reasonHint: '进一步应对的代价，以及期间采取的措施',
  until: '有效期至',
  untilHint: (months) => `有效的最后一天，${months} 个月以内`,
  decidedBy: (names) => spaced`由${names.join('、')}决定`,
  reasonEmpty: '请说明为什么可以承受。',
  whyEmpty: '请说明原因。',
  tooLong: (most, now) => `最多 ${most} 个字符，现在有 ${now} 个。`,
  untilWrong: (day) => spaced`请选择今天之后、最晚${day}的日期。`,
  notNeeded: (reference, level) =>
    `${reference} 为${level}风险，无须他人决定。请直接填写应对策略：/risk 应对 ${reference}。`,
  nobody: '没有人可以决定：负责人和提出人都不可以。请管理员指定风险角色：/ops 角色 风险 @同事。',
  proposed: (reference, names) => spaced`已提出接受 ${reference}，由${names.join('、')}决定。`,
  questionTitle: (reference) => `是否接受 ${reference}？`,
  asks: (by) => spaced`${by}提出接受该风险，请你决定。`,
  accept: '接受',
  decline: '不接受',
  decideTitle: { accept: (reference) => `接受 ${reference}`, decline: (reference) => `不接受 ${reference}` },
  why: '理由',
  yourOwn: '你是该风险的负责人或提出人，须由他人决定。',
  notYours: (names) => spaced`由${names.join('、') || '（尚无风险角色）'}决定。`,
  accepted: (by, until) => spaced`${by}已接受，有效期至${until}。`,
  declined: (by) => spaced`${by}未接受。`,
  already: { accepted: (by) => spaced`${by}已经接受。`, declined: (by) => spaced`${by}已决定不接受。` },
  over: { expired: '已到期。', withdrawn: '已撤回：风险有变动或已结束。' },
  tellAccepted: (by, reference, until) => spaced`${by}同意接受 ${reference}，有效期至${until}。`,
  tellDeclined: (by, reference) => spaced`${by}不同意接受 ${reference}。请另行应对：/risk 应对 ${reference}。`,
  waits: (by, until) => spaced`${by}提出接受，有效期至${until}，等待第二道防线决定`,
  holds: (by, until) => spaced`${by}已接受，有效期至${until}`,
  hasExpired: (on) => spaced`⚠️ 接受已到期，有效期至${on}`,
  wasDeclined: (by) => spaced`${by}未同意接受`,
}

export const acceptWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
