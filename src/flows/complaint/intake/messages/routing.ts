import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  nobody: 'I know nobody who could take this complaint. Ask a colleague to write to me once, then file it again.',
  named: (name: string) => `${name} is named in it`,
  comma: ', ',
  semicolon: '; ',
  and: ' and ',
  reasons: (reasons: string) => `(${reasons})`,
  because: {
    type: (type: string) => `type ${type}`,
    severity: (severity: string) => severity,
    product: (product: string) => `product “${product}”`,
    keyword: (word: string) => `“${word}”`,
  },
  anything: 'everything',
  wins: (place: number, why: string) => `Rule ${place} wins: ${why}.`,
  noWinner: 'No rule fits.',
  origin: {
    rule: (place: number) => `by rule ${place}`,
    duty: () => 'as the duty owner',
    admin: () => 'as an administrator',
    filer: () => 'since there is nobody else: you filed it',
    anybody: () => 'since there is nobody else',
  },
  insteadOf: (how: string, name: string) => `${how}, in place of ${name}`,
  noDuty: 'No rule fits and no duty owner is set. An administrator can set one with /complaint settings.',
  noTriage:
    'No triage channel is set, so only the owner is told. An administrator can set one with /complaint settings.',
}

const zhCN: typeof en = {
  nobody: '没有可以接手这件客诉的人。请让一位同事先给我发一条消息，再重新登记。',
  named: (name) => spaced`客诉涉及${name}`,
  comma: '、',
  semicolon: '；',
  and: '，',
  reasons: (reasons) => spaced`（${reasons}）`,
  because: {
    type: (type) => spaced`类型为${type}`,
    severity: (severity) => severity,
    product: (product) => spaced`产品“${product}”`,
    keyword: (word) => spaced`“${word}”`,
  },
  anything: '全部客诉',
  wins: (place, why) => spaced`命中第 ${place} 条规则：${why}。`,
  noWinner: '没有符合的规则。',
  origin: {
    rule: (place) => spaced`按第 ${place} 条规则`,
    duty: () => '值班负责人',
    admin: () => '管理员',
    filer: () => '没有其他人可接手，由登记人负责',
    anybody: () => '没有其他人可接手',
  },
  insteadOf: (how, name) => spaced`${how}，代替${name}`,
  noDuty: '没有符合的规则，也没有设置值班负责人。管理员可以用 /complaint 设置 来指定。',
  noTriage: '没有设置分诊频道，只会通知负责人。管理员可以用 /complaint 设置 来指定。',
}

export const routingWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
