import { Temporal } from 'temporal-polyfill'
import type { Block } from '../../../chat/card.ts'
import type { CommandLine } from '../../../chat/command-line.ts'
import { noteCard } from '../../../chat/note-card.ts'
import { UserError } from '../../../errors.ts'
import { type Asking, type Reply, show } from '../../../flow.ts'
import { lookWords } from '../messages/looking.ts'
import { sayRule } from '../messages/rules.ts'
import { type Episode, episodesOf } from '../rules/episodes.ts'
import type { Sample } from '../rules/history.ts'
import { sayPeriod } from '../rules/say-period.ts'
import { type Rule, rulesOf } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'
import { samplesOf } from '../store/samples.ts'
import { calendarOf } from '../store/settings.ts'

const MOST_SHOWN = 8

/** `/kpi try revenue`, `… K-3`: when its rules, or this one, would have fired. */
export async function tryRules(ctx: Asking, kpi: Kpi, { words: [typed = ''] }: CommandLine): Promise<Reply> {
  const words = lookWords[ctx.locale]
  const title = words.tryTitle(kpi.name)
  const rules = named(ctx, await rulesOf(ctx.db, [kpi.id]), typed)
  if (rules.length === 0) return show(noteCard(ctx.locale, words.tryNone, { title }))
  const samples = await samplesOf(ctx.db, [kpi.id])
  const [first, last] = [samples.at(0), samples.at(-1)]
  if (!first || !last) return show(noteCard(ctx.locale, words.tryNoData, { title }))

  const rhythm = { period: kpi.period, calendar: await calendarOf(ctx.db, ctx.workspace.id) }
  const blocks = rules.flatMap((rule) => blocksOf(ctx, { kpi, rule }, episodesOf(rule.terms, samples, rhythm)))
  const over = words.tryOver(saidOf(ctx, kpi, first), saidOf(ctx, kpi, last))
  return show({ locale: ctx.locale, title, summary: title, blocks: [...blocks, { kind: 'context', text: over }] })
}

function named({ locale }: Asking, rules: readonly Rule[], typed: string): readonly Rule[] {
  if (typed === '') return rules
  const [, digits] = /^(?:k-?)?(\d{1,9})$/i.exec(typed.normalize('NFKC')) ?? []
  const rule = rules.find(({ number }) => number === Number(digits))
  if (!rule) throw new UserError(lookWords[locale].unknownRule(typed.slice(0, 40)))
  return [rule]
}

function blocksOf(ctx: Asking, { kpi, rule }: { kpi: Kpi; rule: Rule }, episodes: readonly Episode[]): Block[] {
  const words = lookWords[ctx.locale]
  const times = episodes.length === 0 ? words.tryNever : words.tryTimes(episodes.length)
  const periodOf = (startsOn: string) => saidOf(ctx, kpi, { startsOn })
  const shown = episodes.slice(-MOST_SHOWN).toReversed()
  const items = shown.map(({ since, until, firings }) =>
    words.trySpan(periodOf(since), until && periodOf(until), firings),
  )
  const hidden = episodes.length - shown.length
  return [
    { kind: 'text', style: 'heading', text: `K-${rule.number} ${sayRule(ctx.locale, rule.terms, kpi)}: ${times}` },
    ...(items.length > 0
      ? [{ kind: 'list' as const, items: [...items, ...(hidden > 0 ? [words.tryMore(hidden)] : [])] }]
      : []),
  ]
}

const saidOf = ({ locale }: Asking, { period }: Kpi, { startsOn }: Pick<Sample, 'startsOn'>): string =>
  sayPeriod(period, Temporal.PlainDate.from(startsOn), locale)
