import type { Locale } from '../../../chat/locale.ts'
import type { Period } from '../rules/period.ts'
import type { Direction, Layer, Source } from '../store/kpis.ts'

type Names = {
  layer: Record<Layer, string>
  direction: Record<Direction, string>
  period: Record<Period, string>
  source: Record<Source, string>
}

export const classNames: Record<Locale, Names> = {
  en: {
    layer: { strategic: 'strategic', business: 'business', operational: 'operational', execution: 'execution' },
    direction: { up: 'more is better', down: 'less is better' },
    period: { day: 'daily', week: 'weekly', month: 'monthly', quarter: 'quarterly', year: 'yearly' },
    source: { typed: 'typed in', http: 'from a program', csv: 'from files' },
  },
  'zh-CN': {
    layer: { strategic: '战略', business: '业务', operational: '运营', execution: '执行' },
    direction: { up: '越高越好', down: '越低越好' },
    period: { day: '每日', week: '每周', month: '每月', quarter: '每季度', year: '每年' },
    source: { typed: '手工录入', http: '程序上报', csv: '文件导入' },
  },
}
