import { Temporal } from 'temporal-polyfill'
import type { Block, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { pageTurn } from '../../../chat/page-turn.ts'
import { sayDecimal } from '../../../numbers/rules/say-decimal.ts'
import { kpiWords } from '../messages/kpis.ts'
import type { Sample } from '../rules/history.ts'
import { sayPeriod } from '../rules/say-period.ts'
import type { Kpi } from '../store/kpis.ts'

export const PAGE_SIZE = 15

export type Row = { kpi: Kpi; samples: readonly Sample[]; firing: number }
type Shown = { rows: readonly Row[]; names: ReadonlyMap<string, string>; at: number; count: number; typed: string }

export function listCard(locale: Locale, { rows, names, at, count, typed }: Shown): Card {
  const words = kpiWords[locale]
  const pages = Math.ceil(count / PAGE_SIZE)
  const blocks: Block[] = [
    { kind: 'list', items: rows.map((row) => kpiLine(locale, row, names)) },
    ...pageTurn({ words, action: 'kpi.list', at, pages, typed }),
  ]
  return { locale, title: words.listTitle, summary: words.listSummary(count), blocks }
}

/** `revenue Revenue · 2026-W47: 1,200 € (before 1,100 €) · Ana · one rule fires`. */
export function kpiLine(locale: Locale, { kpi, samples, firing }: Row, names: ReadonlyMap<string, string>): string {
  const words = kpiWords[locale]
  const [newest, previous] = samples.toReversed()
  const value = newest
    ? `${sayPeriod(kpi.period, Temporal.PlainDate.from(newest.startsOn), locale)}: ${sayDecimal(newest.value, kpi.unit)}`
    : words.noValue
  return [
    `${kpi.key} ${kpi.name}`,
    value + (previous ? words.beforeIt(sayDecimal(previous.value, kpi.unit)) : ''),
    names.get(kpi.ownerId) ?? words.somebody,
    ...(firing > 0 ? [`⚠ ${words.firing(firing)}`] : []),
  ].join(' · ')
}
