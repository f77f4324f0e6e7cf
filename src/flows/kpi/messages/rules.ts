import type { Locale } from '../../../chat/locale.ts'
import { Exact } from '../../../numbers/rules/read-decimal.ts'
import { sayDecimal } from '../../../numbers/rules/say-decimal.ts'
import type { Terms } from '../rules/terms.ts'
import type { Kpi } from '../store/kpis.ts'

type Unit = Pick<Kpi, 'unit'>

const said = (value: string, { unit }: Unit): string => sayDecimal(new Exact(value), unit)
const changeSaid = ({ by, isPercent }: Extract<Terms, { kind: 'change' }>, kpi: Unit): string =>
  isPercent ? `${sayDecimal(new Exact(by), null)} %` : said(by, kpi)

const en = {
  above: (bound: string) => `above ${bound}`,
  below: (bound: string) => `below ${bound}`,
  change: (way: 'rise' | 'fall', by: string, against: 'previous' | 'year') =>
    `${way === 'rise' ? 'rises' : 'falls'} by more than ${by} against ${against === 'year' ? 'the same period last year' : 'the period before'}`,
  missing: (periods: number) => (periods === 1 ? 'no value when one is due' : `no value ${periods} times in a row`),
  deviation: (sigmas: string, last: number) => `more than ${sigmas} σ from the mean of the last ${last}`,
  inARow: (count: number) => `, ${count} times in a row`,
  clear: (bound: string) => `; calm again at ${bound}`,
}

const zhCN: typeof en = {
  above: (bound) => `高于 ${bound}`,
  below: (bound) => `低于 ${bound}`,
  change: (way, by, against) =>
    `${against === 'year' ? '较去年同期' : '较上一周期'}${way === 'rise' ? '上升' : '下降'}超过 ${by}`,
  missing: (periods) => (periods === 1 ? '到期未录入' : `连续 ${periods} 期未录入`),
  deviation: (sigmas, last) => `偏离最近 ${last} 期均值超过 ${sigmas} σ`,
  inARow: (count) => `，连续 ${count} 次`,
  clear: (bound) => `；恢复线 ${bound}`,
}

const words = { en, 'zh-CN': zhCN }

/** `above 1,000,000 CNY, 3 times in a row; calm again at 900,000 CNY`. */
export function sayRule(locale: Locale, terms: Terms, kpi: Unit): string {
  const say = words[locale]
  if (terms.kind === 'missing') return say.missing(terms.periods)
  const row = terms.inARow > 1 ? say.inARow(terms.inARow) : ''
  return condition(locale, terms, kpi) + row + (terms.clear === undefined ? '' : say.clear(clearSaid(terms, kpi)))
}

function condition(locale: Locale, terms: Exclude<Terms, { kind: 'missing' }>, kpi: Unit): string {
  const say = words[locale]
  switch (terms.kind) {
    case 'above':
    case 'below':
      return say[terms.kind](said(terms.bound, kpi))
    case 'change':
      return say.change(terms.way, changeSaid(terms, kpi), terms.against)
    case 'deviation':
      return say.deviation(terms.sigmas, terms.last)
  }
}

function clearSaid(terms: Exclude<Terms, { kind: 'missing' }>, kpi: Unit): string {
  const clear = terms.clear ?? ''
  switch (terms.kind) {
    case 'above':
    case 'below':
      return said(clear, kpi)
    case 'change':
      return changeSaid({ ...terms, by: clear }, kpi)
    case 'deviation':
      return `${clear} σ`
  }
}

const firingEn = {
  title: (name: string, rule: string) => `${name}: ${rule}`,
  value: (period: string, value: string) => `${period}: ${value}`,
  missingSince: (period: string) => `The last value is that of ${period}.`,
  never: 'There has been no value yet.',
  enter: (key: string) => `Enter one with /kpi set ${key} <value>.`,
  show: 'Show the KPI',
}

const firingZh: typeof firingEn = {
  title: (name, rule) => `${name}：${rule}`,
  value: (period, value) => `${period}：${value}`,
  missingSince: (period) => `最近一期为 ${period}。`,
  never: '尚无数据。',
  enter: (key) => `录入：/kpi set ${key} <数值>。`,
  show: '查看指标',
}

export const firingWords = { en: firingEn, 'zh-CN': firingZh }
