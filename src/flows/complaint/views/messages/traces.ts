import type { Locale } from '../../../../chat/locale.ts'
import { spaced } from '../../../../chat/spaced.ts'

const en = {
  found: (name: string, count: number) => {
    if (count === 0) return `${name} as a customer, without a complaint`
    return count === 1 ? `one complaint of ${name}` : `${count} complaints of ${name}`
  },
  listed: '; ',
  erased: '(erased)',
}
const zhCN: typeof en = {
  found: (name, count) => (count === 0 ? spaced`客户“${name}”，没有客诉` : spaced`“${name}”的 ${count} 件客诉`),
  listed: '；',
  erased: '（已清除）',
}

export const traceWords: Record<Locale, typeof en> = { en, 'zh-CN': zhCN }
