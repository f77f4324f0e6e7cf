import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'
import type { ProposalState } from '../../path/store/proposals.ts'

const en = {
  received: 'Received',
  filedBy: 'Filed by',
  via: 'How it came to us',
  source: {
    command: 'a command',
    message: 'a message',
    watched: 'a watched channel',
    api: 'a program',
  } as Record<string, string>,
  cameBy: 'Filed from',
  suggested: (severity: string, type: string) => `The rules suggested ${severity}, ${type}.`,
  about: 'It is about',
  contactElsewhere: (reference: string) => `ask me in a direct message: /complaint show ${reference}`,
  message: 'Message',
  openMessage: 'open',
  what: 'What happened',
  original: (author: string | null) => (author ? `Message from ${author}` : 'Message'),
  findings: 'Findings',
  rootCause: 'Root cause',
  why: (nth: number, answer: string) => `Why ${nth}: ${answer}`,
  proposal: {
    pending: 'Proposed, waits for approval',
    approved: 'Proposed and approved',
    rejected: 'Proposed and rejected',
    'not-needed': 'Proposed',
  } as Record<ProposalState, string>,
  reply: 'What the customer was told',
  verdict: 'What the customer says of it',
  score: (score: number) => `${score} of 5`,
  inFile: 'The long texts are shortened here. The file has all of them.',
  links: 'Linked',
  listed: ', ',
}

const zhCN: typeof en = {
  received: '接收时间',
  filedBy: '登记人',
  via: '客诉渠道',
  source: { command: '命令', message: '消息', watched: '监听的频道', api: '程序接口' },
  cameBy: '登记来源',
  suggested: (severity, type) => spaced`规则建议：${severity}，${type}。`,
  about: '涉及同事',
  contactElsewhere: (reference) => spaced`请在私信中查看：/complaint 查看 ${reference}`,
  message: '消息',
  openMessage: '打开',
  what: '客诉内容',
  original: (author) => (author ? spaced`${author}的消息` : '消息'),
  findings: '调查结果',
  rootCause: '根本原因',
  why: (nth, answer) => spaced`第 ${nth} 个为什么：${answer}`,
  proposal: {
    pending: '解决方案，等待批准',
    approved: '解决方案，已批准',
    rejected: '解决方案，已驳回',
    'not-needed': '解决方案',
  },
  reply: '给客户的回复',
  verdict: '客户评价',
  score: (score) => spaced`${score} 分（满分 5 分）`,
  inFile: '这里的长文字有删节，完整内容见文件。',
  links: '关联',
  listed: '、',
}

export const showWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
