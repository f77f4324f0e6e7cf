import { toInstant } from '../../calendar/instant.ts'
import { sayDateTime, sayTime } from '../../calendar/say.ts'
import type { Block, Button, Card } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import type { AlertNote } from '../../generated/client.ts'
import { alertWords } from '../messages/alert.ts'
import { levelNames, levelSigns } from '../rules/levels.ts'
import { type Alert, isOver } from '../store/alerts.ts'

/** What a card tells beside the alert itself; `timeZone` is that of whoever reads, or of the owner. */
export type Around = {
  names: ReadonlyMap<string, string>
  timeZone: string
  notes: readonly AlertNote[]
}

/** The alert where everybody sees it, as things stand now. */
export function alertCard(locale: Locale, alert: Alert, around: Around): Card {
  return drawn(locale, alert, {
    blocks: [...factsOf(locale, alert, around), ...notesOf(locale, around), ...waysOn(locale, alert)],
    summary: `${headOf(locale, alert)} · ${stateOf(locale, alert, around)}`,
  })
}

/** The alert in a walk, which says itself who has taken it and how. */
export function walkCard(locale: Locale, alert: Alert, around: Around): Card {
  const words = alertWords[locale]
  const buttons = [button(words.note, 'note', alert.id), button(words.resolve, 'resolve', alert.id)]
  const ways: Block[] = isOver(alert) ? [] : [{ kind: 'buttons', buttons }]
  return drawn(locale, alert, {
    blocks: [...contextOf(locale, alert, around), ...notesOf(locale, around), ...ways],
    summary: headOf(locale, alert),
  })
}

function drawn(locale: Locale, alert: Alert, { blocks, summary }: Pick<Card, 'blocks' | 'summary'>): Card {
  const own = cardOf(locale, alert)
  return {
    locale,
    tone: isOver(alert) ? 'good' : alert.severity === 'low' || alert.severity === 'moderate' ? 'warning' : 'bad',
    title: `${levelSigns[alert.severity]} ${headOf(locale, alert)}`,
    summary,
    blocks: [...own.blocks, ...blocks],
  }
}

/** `A-12 Revenue is below 1,000,000`. */
export const headOf = (locale: Locale, alert: Alert): string =>
  `${alertWords[locale].reference(alert.number)} ${cardOf(locale, alert).title ?? alert.about}`

/** Its state in a sentence. */
export function stateOf(locale: Locale, alert: Alert, { names, timeZone }: Omit<Around, 'notes'>): string {
  const words = alertWords[locale]
  const nameOf = (id: string | null) => names.get(id ?? '') ?? words.somebody
  const { state, mutedUntil, muteReason, resolvedById, cause, holderId } = alert
  if (state === 'resolved') return resolvedById ? words.resolved(nameOf(resolvedById), cause ?? '–') : words.calm
  if (state === 'acknowledged') return words.taken(nameOf(holderId))
  if (mutedUntil) return words.muted(sayDateTime(toInstant(mutedUntil), timeZone, locale), muteReason ?? '–')
  return words.open
}

const cardOf = (locale: Locale, { cards }: Alert): Card => (cards as unknown as Record<Locale, Card>)[locale]

function factsOf(locale: Locale, alert: Alert, around: Around): Block[] {
  return [...contextOf(locale, alert, around), { kind: 'text', text: stateOf(locale, alert, around) }]
}

function contextOf(locale: Locale, alert: Alert, { names, timeZone }: Around): Block[] {
  const words = alertWords[locale]
  const { severity, ownerId, openedAt, firings, firingsBefore, comebacks, settlesAt } = alert
  const times = firingsBefore + firings
  const facts = [
    levelNames[severity][locale],
    words.owner(names.get(ownerId) ?? words.somebody),
    words.since(sayDateTime(toInstant(openedAt), timeZone, locale)),
    ...(times > 1 ? [words.fired(times)] : []),
  ]
  const again = [
    ...(comebacks > 0 ? [words.comebacks(comebacks)] : []),
    ...(settlesAt && !isOver(alert) ? [words.settling(sayTime(toInstant(settlesAt), timeZone, locale))] : []),
  ]
  return [
    { kind: 'context', text: facts.join(' · ') },
    ...(again.length > 0 ? [{ kind: 'context' as const, text: again.join(' ') }] : []),
  ]
}

const MOST_NOTES = 3

function notesOf(locale: Locale, { notes, names, timeZone }: Around): Block[] {
  const words = alertWords[locale]
  return notes.slice(-MOST_NOTES).flatMap(({ byId, at, text }): Block[] => [
    {
      kind: 'context',
      text: words.noted(names.get(byId ?? '') ?? words.somebody, sayDateTime(toInstant(at), timeZone, locale)),
    },
    { kind: 'text', style: 'quote', text },
  ])
}

function waysOn(locale: Locale, alert: Alert): Block[] {
  if (isOver(alert)) return []
  const words = alertWords[locale]
  const take: Button = { ...button(words.take, 'take', alert.id), style: 'primary' }
  const buttons = [
    ...(alert.state === 'open' ? [take] : []),
    button(words.note, 'note', alert.id),
    button(words.resolve, 'resolve', alert.id),
  ]
  return [{ kind: 'buttons', buttons }]
}

const button = (label: string, name: string, value: string): Button => ({ label, action: `alert.${name}`, value })
