import { Temporal } from 'temporal-polyfill'
import { levelNames, levelSigns } from '../../../alerts/rules/levels.ts'
import { toInstant } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Subject } from '../../../links/links.ts'
import { sayDecimal } from '../../../numbers/rules/say-decimal.ts'
import { classNames } from '../messages/classes.ts'
import { kpiWords } from '../messages/kpis.ts'
import { sayRule } from '../messages/rules.ts'
import type { Sample } from '../rules/history.ts'
import { sayPeriod } from '../rules/say-period.ts'
import type { Rule } from '../store/kpi-rules.ts'
import type { Kpi } from '../store/kpis.ts'

type Shown = {
  kpi: Kpi
  said?: string
  names: ReadonlyMap<string, string>
  now: Temporal.Instant
  timeZone: string
  samples: readonly Sample[]
  rules: readonly Rule[]
  links: readonly Subject[]
  mayChange: boolean
}

export function kpiCard(locale: Locale, shown: Shown): Card {
  const { kpi, said, rules, mayChange } = shown
  const isFiring = rules.some(({ standing }) => standing.now.isFiring)
  const title = `${kpi.name} (${kpi.key})`
  return {
    locale,
    title,
    tone: isFiring ? 'warning' : said ? 'good' : 'plain',
    summary: said ?? title,
    blocks: [
      ...(said ? [{ kind: 'text' as const, text: said }] : []),
      { kind: 'facts', facts: factsOf(locale, shown) },
      ...muteOf(locale, shown),
      ...valuesOf(locale, shown),
      ...rulesIn(locale, shown),
      ...linksIn(locale, shown),
      ...(mayChange ? [waysOn(locale, kpi)] : []),
    ],
  }
}

function factsOf(locale: Locale, { kpi, names }: Shown) {
  const [words, classes] = [kpiWords[locale], classNames[locale]]
  return [
    { label: words.owner, value: names.get(kpi.ownerId) ?? words.somebody },
    { label: words.layer, value: classes.layer[kpi.layer] },
    { label: words.period, value: `${classes.period[kpi.period]}, ${classes.source[kpi.source]}` },
    { label: words.direction, value: classes.direction[kpi.direction] },
  ]
}

function muteOf(locale: Locale, { kpi, names, now, timeZone }: Shown): Block[] {
  const { mutedUntil, muteReason, mutedById } = kpi
  if (!mutedUntil || mutedUntil.getTime() <= now.epochMilliseconds) return []
  const words = kpiWords[locale]
  const until = sayDateTime(toInstant(mutedUntil), timeZone, locale)
  const text = words.muted(until, muteReason ?? '–', names.get(mutedById ?? '') ?? words.somebody)
  return [{ kind: 'context', text }]
}

function valuesOf(locale: Locale, { kpi, samples }: Shown): Block[] {
  const words = kpiWords[locale]
  if (samples.length === 0) return [{ kind: 'text', text: words.noValue }]
  const rows = samples
    .toReversed()
    .map(({ startsOn, value }) => [
      sayPeriod(kpi.period, Temporal.PlainDate.from(startsOn), locale),
      sayDecimal(value, kpi.unit),
    ])
  return [{ kind: 'table', columns: [words.period, words.values], rows }]
}

function rulesIn(locale: Locale, { kpi, rules }: Shown): Block[] {
  const words = kpiWords[locale]
  const heading: Block = { kind: 'text', style: 'heading', text: words.rules }
  if (rules.length === 0) return [heading, { kind: 'text', text: words.noRules }]
  return [heading, { kind: 'list', items: rules.map((rule) => ruleLine(locale, rule, kpi)) }]
}

function linksIn(locale: Locale, { links }: Shown): Block[] {
  if (links.length === 0) return []
  const heading: Block = { kind: 'text', style: 'heading', text: kpiWords[locale].links }
  return [heading, { kind: 'list', items: links.map(({ name }) => name) }]
}

/** `🔴 K-3 above 1,000,000 € · critical · fires since 2026-W47`. */
export function ruleLine(locale: Locale, { number, severity, terms, standing }: Rule, kpi: Kpi): string {
  const { isFiring, since } = standing.now
  const start = since && sayPeriod(kpi.period, Temporal.PlainDate.from(since), locale)
  return [
    `${isFiring ? levelSigns[severity] : '⚪'} K-${number} ${sayRule(locale, terms, kpi)}`,
    levelNames[severity][locale],
    ...(isFiring && start ? [kpiWords[locale].firingSince(start)] : []),
  ].join(' · ')
}

function waysOn(locale: Locale, { id }: Kpi): Block {
  const words = kpiWords[locale]
  const button = (label: string, name: string): Button => ({ label, action: `kpi.${name}`, value: id })
  return {
    kind: 'buttons',
    buttons: [
      { ...button(words.enter, 'set'), style: 'primary' },
      button(words.addRule, 'add-rule'),
      button(words.edit, 'edit'),
    ],
  }
}
