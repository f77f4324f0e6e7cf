import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../../calendar/read-period.ts'
import type { Block, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { bold } from '../../../chat/text.ts'
import { classNames } from '../messages/classes.ts'
import { SEVERITIES, TYPES } from '../rules/classes.ts'
import { writeReference } from '../rules/reference.ts'
import type { Point, Voc } from '../rules/voc.ts'
import { reportWords } from './messages.ts'

export type Told = { voc: Voc; trend: readonly Point[]; period: Period; timeZone: string; isForEverybody: boolean }

/** The report as words and tables; the picture shows the last table once more. */
export function reportCard(locale: Locale, told: Told): Card {
  const words = reportWords[locale]
  const { voc, period } = told
  const title = `${words.title} · ${words.period(period)}`
  const summary = words.summary(words.period(period), voc.received)
  const body = isEmpty(told) ? [{ kind: 'text' as const, text: words.nothing }] : blocksOf(locale, told)
  return { locale, title, summary, blocks: [...body, { kind: 'context', text: footnoteOf(locale, told) }] }
}

const footnoteOf = (locale: Locale, { isForEverybody }: Told): string =>
  isForEverybody ? reportWords[locale].withoutConfidential : reportWords[locale].whatYouMaySee

/** Nothing at all, in the period or in the trend. */
export const isEmpty = ({ voc, trend }: Pick<Told, 'voc' | 'trend'>): boolean =>
  isQuiet({ voc }) && trend.reduce((sum, { received }) => sum + received, 0) === 0

/** Nothing in the period. */
export const isQuiet = ({ voc }: Pick<Told, 'voc'>): boolean =>
  voc.received + voc.closed + voc.open + voc.csat.answers === 0

/** The same numbers in short, without the table of classes; the picture shows the trend. */
export const briefOf = (locale: Locale, told: Told): Block[] => [
  factsOf(locale, told.voc),
  ...lists(locale, told.voc),
  { kind: 'context', text: footnoteOf(locale, told) },
]

const blocksOf = (locale: Locale, told: Told): Block[] => [
  factsOf(locale, told.voc),
  heading(reportWords[locale].byClass),
  classTable(locale, told.voc),
  ...lists(locale, told.voc),
  heading(reportWords[locale].trend),
  trendTable(locale, told),
]

const heading = (words: string): Block => ({ kind: 'text', style: 'heading', text: [bold(words)] })

function factsOf(locale: Locale, { received, closed, open, acknowledge, reply, csat }: Voc): Block {
  const words = reportWords[locale]
  const { answers, mean, satisfied } = csat
  const facts = [
    { label: words.received, value: String(received) },
    { label: words.closed, value: String(closed) },
    { label: words.open, value: String(open) },
    { label: words.acknowledged, value: words.kept(acknowledge) },
    { label: words.replied, value: words.kept(reply) },
    { label: words.toAcknowledge, value: words.times(acknowledge) },
    { label: words.toReply, value: words.times(reply) },
    { label: words.csat, value: answers > 0 ? words.answers(answers, mean ?? 0, satisfied ?? 0) : words.noAnswers },
  ]
  return { kind: 'facts', facts }
}

function classTable(locale: Locale, { classes }: Voc): Block {
  const words = reportWords[locale]
  const counts = (values: readonly number[]) => [...values, values.reduce((sum, one) => sum + one, 0)].map(String)
  const rows = TYPES.map((type) => [
    classNames[locale].type[type],
    ...counts(SEVERITIES.map((severity) => classes[type][severity])),
  ])
  const sums = SEVERITIES.map((severity) => TYPES.reduce((sum, type) => sum + classes[type][severity], 0))
  const columns = [words.type, ...SEVERITIES.map((severity) => `S${severity}`), words.all]
  return { kind: 'table', columns, rows: [...rows, [words.all, ...counts(sums)]] }
}

function lists(locale: Locale, { families, repeats, pressing }: Voc): Block[] {
  const words = reportWords[locale]
  const causes = families.map(
    ({ family, count }) => `${family ? classNames[locale].family[family] : words.unknownCause}: ${count}`,
  )
  const customers = repeats.map(({ customer, count }) => `${customer}: ${count}`)
  const urgent = pressing.map(({ number, customers: affected }) => {
    return `${writeReference(number)}: ${words.customers(affected)}`
  })
  return [
    ...list(words.families, causes, locale),
    ...list(words.repeats, customers, locale),
    ...list(words.pressing, urgent, locale),
  ]
}

function list(title: string, items: readonly string[], locale: Locale): Block[] {
  const shown = locale === 'en' ? items : items.map((item) => item.replace(': ', '：'))
  return items.length > 0 ? [heading(title), { kind: 'list', items: shown }] : []
}

function trendTable(locale: Locale, { trend, timeZone }: Told): Block {
  const words = reportWords[locale]
  const columns = [words.week, words.receivedShort, words.closedShort, words.openShort]
  const rows = trend.map(({ from, received, closed, open }) => [
    dateOf(from, timeZone).toString(),
    ...[received, closed, open].map(String),
  ])
  return { kind: 'table', columns, rows }
}

export const dateOf = (instant: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate()
