import type { Locale } from '../../../chat/locale.ts'
import type { CauseFamily, Severity, Type, Via } from '../rules/classes.ts'
import type { State } from '../rules/path.ts'

type Names = {
  severity: Record<Severity, string>
  type: Record<Type, string>
  via: Record<Via, string>
  family: Record<CauseFamily, string>
  state: Record<State, string>
  clock: Record<'acknowledge' | 'reply', string>
}

const en: Names = {
  severity: { 1: 'S1 critical', 2: 'S2 major', 3: 'S3 ordinary', 4: 'S4 minor' },
  type: {
    product: 'product',
    service: 'service',
    process: 'process',
    delivery: 'delivery',
    billing: 'billing',
    other: 'other',
  },
  via: {
    phone: 'phone',
    email: 'e-mail',
    chat: 'chat',
    shop: 'in person',
    letter: 'letter',
    social: 'social media',
    other: 'other',
  },
  family: {
    people: 'people',
    machine: 'machine',
    material: 'material',
    method: 'method',
    environment: 'environment',
    measurement: 'measurement',
  },
  state: {
    received: 'received',
    acknowledged: 'acknowledged',
    investigating: 'investigating',
    proposed: 'resolution proposed',
    replied: 'replied',
    closed: 'closed',
    reopened: 'reopened',
    merged: 'merged',
    withdrawn: 'withdrawn',
  },
  clock: { acknowledge: 'to acknowledge', reply: 'to reply' },
}

const zhCN: Names = {
  severity: { 1: 'S1 严重', 2: 'S2 重大', 3: 'S3 一般', 4: 'S4 轻微' },
  type: { product: '产品', service: '服务', process: '流程', delivery: '交付', billing: '账单', other: '其他' },
  via: {
    phone: '电话',
    email: '邮件',
    chat: '在线聊天',
    shop: '当面',
    letter: '信函',
    social: '社交媒体',
    other: '其他',
  },
  family: { people: '人', machine: '机', material: '料', method: '法', environment: '环', measurement: '测' },
  state: {
    received: '已接收',
    acknowledged: '已受理',
    investigating: '调查中',
    proposed: '已提出方案',
    replied: '已回复',
    closed: '已关闭',
    reopened: '已重开',
    merged: '已合并',
    withdrawn: '已撤回',
  },
  clock: { acknowledge: '受理时限', reply: '回复时限' },
}

export const classNames: Record<Locale, Names> = { en, 'zh-CN': zhCN }
