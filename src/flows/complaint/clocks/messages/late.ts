import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'
import type { ClockKind } from '../../rules/targets.ts'

const DEED: Record<Locale, Record<ClockKind, string>> = {
  en: { acknowledge: 'acknowledge', reply: 'reply to' },
  'zh-CN': { acknowledge: '受理', reply: '回复' },
}

/** What the owner is told before time is up, and everybody in the chain afterwards. */
const en = {
  warnTitle: (kind: ClockKind, reference: string, left: string) => `${left} left to ${DEED.en[kind]} ${reference}`,
  warn: (kind: ClockKind, due: string) =>
    kind === 'acknowledge'
      ? `The customer is to hear by ${due} that you have the complaint. After that it is escalated.`
      : `The customer is to have an answer by ${due}. After that it is escalated.`,
  standIn: 'The owner is away, so you are told as well.',
  lateTitle: (kind: ClockKind, reference: string) =>
    kind === 'acknowledge' ? `${reference} is not acknowledged in time` : `${reference} is not replied to in time`,
  late: (kind: ClockKind, due: string) =>
    kind === 'acknowledge'
      ? `The complaint was to be acknowledged by ${due}.`
      : `The customer was to have an answer by ${due}.`,
  lateBy: (over: string) => `It was ${over} late when this began.`,
  zone: (when: string, zone: string) => `${when} (${zone})`,
  severity: 'Severity',
  allowed: 'Time allowed',
  show: 'Show',
  pause: 'Pause',
}

const zhCN: typeof en = {
  warnTitle: (kind, reference, left) => spaced`${reference} 的${DEED['zh-CN'][kind]}时限还剩 ${left}`,
  warn: (kind, due) =>
    kind === 'acknowledge'
      ? `请在 ${due} 前受理并告知客户，逾期将升级上报。`
      : `请在 ${due} 前回复客户，逾期将升级上报。`,
  standIn: '负责人不在岗，因此同时通知你。',
  lateTitle: (kind, reference) => spaced`${reference} 未按时${DEED['zh-CN'][kind]}`,
  late: (kind, due) => (kind === 'acknowledge' ? `这件客诉应在 ${due} 前受理。` : `应在 ${due} 前回复客户。`),
  lateBy: (over) => spaced`开始上报时已超时 ${over}。`,
  zone: (when, zone) => spaced`${when}（${zone}）`,
  severity: '级别',
  allowed: '时限',
  show: '查看',
  pause: '暂停计时',
}

export const lateWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
