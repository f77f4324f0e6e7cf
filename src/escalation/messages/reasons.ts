import type { Locale } from '../../chat/locale.ts'
import { spaced } from '../../chat/spaced.ts'
import type { Reason } from '../rules/audience.ts'

type Sentences = Record<Reason, (name: string) => string> & {
  /** What follows the name of somebody who was passed over. */
  why: Record<Reason, string>
}

const en: Sentences = {
  away: (name) => `${name} is away`,
  left: (name) => `${name} is no longer here`,
  conflict: (name) => `${name} has a conflict of interest`,
  unreachable: (name) => `${name} could not be reached`,
  'off-hours': (name) => `${name} is outside their working hours`,
  closed: (name) => `#${name} is closed to me`,
  loop: (name) => `the managers go round in a circle at ${name}, so the administrators are told`,
  'no-backup': (name) => `${name} has no backup`,
  'no-manager': (name) => `${name} has no manager`,
  'no-admins': () => 'there is no administrator who can be told',
  why: {
    away: 'is away',
    left: 'is no longer here',
    conflict: 'has a conflict of interest',
    unreachable: 'could not be reached',
    'off-hours': 'is outside working hours',
    closed: 'is closed',
    loop: 'leads round in a circle',
    'no-backup': 'has no backup',
    'no-manager': 'has no manager',
    'no-admins': 'is no administrator',
  },
}

const zhCN: Sentences = {
  away: (name) => spaced`${name}不在岗`,
  left: (name) => spaced`${name}已经离开`,
  conflict: (name) => spaced`${name}因利益冲突需要回避`,
  unreachable: (name) => spaced`联系不上${name}`,
  'off-hours': (name) => spaced`${name}不在工作时间`,
  closed: (name) => spaced`无法在 #${name} 发消息`,
  loop: (name) => spaced`上级关系在${name}处绕成一圈，改为通知管理员`,
  'no-backup': (name) => spaced`${name}没有备岗`,
  'no-manager': (name) => spaced`${name}没有上级`,
  'no-admins': () => '没有可以通知的管理员',
  why: {
    away: '不在岗',
    left: '已经离开',
    conflict: '因利益冲突需要回避',
    unreachable: '联系不上',
    'off-hours': '不在工作时间',
    closed: '已关闭',
    loop: '的上级关系绕成一圈',
    'no-backup': '没有备岗',
    'no-manager': '没有上级',
    'no-admins': '不是管理员',
  },
}

export const reasonWords: Record<Locale, Sentences> = { en, 'zh-CN': zhCN }
