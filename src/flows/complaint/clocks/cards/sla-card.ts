import { sayDays } from '../../../../calendar/say.ts'
import type { WorkingHours } from '../../../../calendar/working-time.ts'
import type { Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { classNames } from '../../messages/classes.ts'
import { SEVERITIES, type Severity, TYPES, type Type } from '../../rules/classes.ts'
import { type Chosen, type ClockKind, targetOf, writeTarget } from '../../rules/targets.ts'
import { slaWords } from '../messages/sla.ts'

type Shown = { chosen: readonly Chosen[]; calendar: WorkingHours; mayChange: boolean; news?: string }

/** What counts for each severity, and for the types that have times of their own. */
export function slaCard(locale: Locale, { chosen, calendar, mayChange, news }: Shown): Card {
  const words = slaWords[locale]
  const rows = SEVERITIES.flatMap((severity) => [
    rowOf(locale, chosen, { severity, type: null }),
    ...typesOf(chosen, severity).map((type) => rowOf(locale, chosen, { severity, type })),
  ])
  return {
    locale,
    title: words.title,
    summary: news ?? words.summary,
    ...(news && { tone: 'good' }),
    blocks: [
      ...(news ? [{ kind: 'text' as const, text: news }] : []),
      { kind: 'table', columns: [words.severity, words.acknowledge, words.reply], rows },
      { kind: 'context', text: `${words.received}${locale === 'en' ? ' ' : ''}${sayHours(locale, calendar)}` },
      ...(mayChange ? [{ kind: 'buttons' as const, buttons: SEVERITIES.map((one) => changeButton(locale, one)) }] : []),
    ],
  }
}

/** `S2 major` or `S2 major, billing`. */
export function whose(locale: Locale, { severity, type }: { severity: Severity; type: Type | null }): string {
  const names = classNames[locale]
  return type ? slaWords[locale].ofType(names.severity[severity], names.type[type]) : names.severity[severity]
}

function rowOf(locale: Locale, chosen: readonly Chosen[], which: { severity: Severity; type: Type | null }): string[] {
  const written = (kind: ClockKind) => writeTarget(targetOf(chosen, { ...which, kind }), locale)
  return [whose(locale, which), written('acknowledge'), written('reply')]
}

const typesOf = (chosen: readonly Chosen[], severity: Severity): Type[] =>
  TYPES.filter((type) => chosen.some((one) => one.severity === severity && one.type === type))

const changeButton = (locale: Locale, severity: Severity) => ({
  label: slaWords[locale].change(`S${severity}`),
  action: 'complaint.sla-edit',
  value: String(severity),
})

function sayHours(locale: Locale, { days, spans, timeZone }: WorkingHours): string {
  const words = slaWords[locale]
  return words.hours(sayDays(days, locale), spans.map(({ start, end }) => `${start}–${end}`).join(words.and), timeZone)
}
