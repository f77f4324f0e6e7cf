import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'
import type { Happening } from '../../store/entries.ts'

/** What a sentence of the story can speak of; names are resolved already. */
export type Facts = {
  /** Who did it; absent where nobody did: time, a program, the customer. */
  who?: string
  /** Who got it. */
  to?: string
  /** The same member got it as did it. */
  isOwn?: boolean
  severity?: string
  type?: string
  /** The other complaint. */
  reference?: string
  clock?: 'acknowledge' | 'reply'
  score?: number
  why?: string
}

const clocks = { acknowledge: 'to acknowledge', reply: 'to reply' }
const classOf = ({ severity, type }: Facts): string => [severity, type].filter(Boolean).join(', ')
const other = ({ reference }: Facts): string => reference ?? 'another complaint'

const en: Record<Happening, (facts: Facts) => string> = {
  filed: ({ who }) => (who ? `${who} filed it` : 'It came in'),
  acknowledged: ({ who }) => (who ? `${who} acknowledged it` : 'It was acknowledged'),
  assigned: ({ who, to = 'somebody', isOwn }) => {
    if (isOwn) return `${to} took it`
    return who ? `${who} gave it to ${to}` : `It went to ${to}`
  },
  classified: (facts) => {
    const found = classOf(facts)
    return `${facts.who ?? 'Somebody'} classified it${found ? `: ${found}` : ''}`
  },
  named: ({ who = 'Somebody' }) => `${who} wrote down which colleagues it is about`,
  noted: ({ who = 'Somebody' }) => `${who} noted`,
  evidence: ({ who = 'Somebody' }) => `${who} added evidence`,
  paused: ({ who = 'Somebody' }) => `${who} paused the clocks`,
  resumed: ({ who }) => (who ? `${who} resumed the clocks` : 'The clocks run again'),
  investigated: ({ who = 'Somebody' }) => `${who} is looking into it`,
  proposed: ({ who = 'Somebody' }) => `${who} proposed a resolution`,
  approved: ({ who = 'Somebody' }) => `${who} approved the resolution`,
  rejected: ({ who = 'Somebody' }) => `${who} rejected the resolution`,
  replied: ({ who = 'Somebody' }) => `${who} replied to the customer`,
  rated: ({ who, score }) =>
    who ? `${who} wrote down the customer’s verdict: ${score ?? '?'} of 5` : `The customer gave ${score ?? '?'} of 5`,
  closed: ({ who, why }) => {
    if (why === 'no answer') return 'Closed, as the customer has not answered for seven days'
    if (why === 'satisfied') return 'Closed, as the customer is satisfied'
    return who ? `${who} closed it` : 'It was closed'
  },
  reopened: ({ who }) => (who ? `${who} reopened it` : 'It was reopened'),
  withdrawn: ({ who = 'Somebody' }) => `${who} withdrew it`,
  merged: (facts) => `${facts.who ?? 'Somebody'} merged it into ${other(facts)}`,
  'merged-in': (facts) => `${facts.who ?? 'Somebody'} merged ${other(facts)} into it`,
  linked: (facts) => `${facts.who ?? 'Somebody'} linked it with ${other(facts)}`,
  confidential: ({ who = 'Somebody' }) => `${who} made it confidential`,
  public: ({ who = 'Somebody' }) => `${who} opened it to all colleagues`,
  warned: ({ clock }) => `Three quarters of the time ${clock ? clocks[clock] : 'for the next step'} are gone`,
  breached: ({ clock }) => `The time ${clock ? clocks[clock] : 'for the next step'} is over`,
  replanned: ({ who }) => (who ? `${who} changed how its time is counted` : 'Its clocks were planned anew'),
  exhausted: () => 'Nobody in the chain has taken it',
  erased: () => 'The customer’s name and contact data were erased',
}

const clocksZh = { acknowledge: '受理时限', reply: '回复时限' }
const otherZh = ({ reference }: Facts): string => reference ?? '另一件客诉'

const zhCN: Record<Happening, (facts: Facts) => string> = {
  filed: ({ who }) => (who ? spaced`${who}登记了这件客诉` : '收到这件客诉'),
  acknowledged: ({ who }) => (who ? spaced`${who}已受理` : '已受理'),
  assigned: ({ who, to = '某人', isOwn }) => {
    if (isOwn) return spaced`${to}接手了这件客诉`
    return who ? spaced`${who}指派给${to}` : spaced`转给${to}`
  },
  classified: ({ who = '有人', severity, type }) => {
    const found = [severity, type].filter(Boolean).join('、')
    return spaced`${who}做了分类分级${found ? spaced`：${found}` : ''}`
  },
  named: ({ who = '有人' }) => spaced`${who}更新了涉及的同事`,
  noted: ({ who = '有人' }) => spaced`${who}添加了备注`,
  evidence: ({ who = '有人' }) => spaced`${who}添加了证据`,
  paused: ({ who = '有人' }) => spaced`${who}暂停了计时`,
  resumed: ({ who }) => (who ? spaced`${who}恢复了计时` : '恢复计时'),
  investigated: ({ who = '有人' }) => spaced`${who}正在调查`,
  proposed: ({ who = '有人' }) => spaced`${who}提出了解决方案`,
  approved: ({ who = '有人' }) => spaced`${who}批准了解决方案`,
  rejected: ({ who = '有人' }) => spaced`${who}驳回了解决方案`,
  replied: ({ who = '有人' }) => spaced`${who}回复了客户`,
  rated: ({ who, score }) =>
    who ? spaced`${who}记录了客户评分：${score ?? '?'} 分` : spaced`客户评分：${score ?? '?'} 分`,
  closed: ({ who, why }) => {
    if (why === 'no answer') return '客户七天未反馈，自动关闭'
    if (why === 'satisfied') return '客户满意，已关闭'
    return who ? spaced`${who}关闭了这件客诉` : '已关闭'
  },
  reopened: ({ who }) => (who ? spaced`${who}重开了这件客诉` : '已重开'),
  withdrawn: ({ who = '有人' }) => spaced`${who}撤回了这件客诉`,
  merged: (facts) => spaced`${facts.who ?? '有人'}把它合并到 ${otherZh(facts)}`,
  'merged-in': (facts) => spaced`${facts.who ?? '有人'}把 ${otherZh(facts)} 并入本件`,
  linked: (facts) => spaced`${facts.who ?? '有人'}关联了 ${otherZh(facts)}`,
  confidential: ({ who = '有人' }) => spaced`${who}设为保密`,
  public: ({ who = '有人' }) => spaced`${who}取消了保密`,
  warned: ({ clock }) => spaced`${clock ? clocksZh[clock] : '时限'}已用去四分之三`,
  breached: ({ clock }) => spaced`已超过${clock ? clocksZh[clock] : '时限'}`,
  replanned: ({ who }) => (who ? spaced`${who}调整了计时方式` : '时限已重新计算'),
  exhausted: () => '升级上报链上无人接手',
  erased: () => '客户姓名和联系方式已清除',
}

/** The sentence for each thing that can happen, without a full stop. */
export const storySentences: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }

/** Before the text that goes with a sentence. */
export const withText: Record<Locale, (sentence: string) => string> = {
  en: (sentence) => `${sentence}: `,
  'zh-CN': (sentence) => `${sentence}：`,
}
