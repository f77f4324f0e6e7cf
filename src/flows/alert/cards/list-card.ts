import { type Around, headOf, stateOf } from '../../../alerts/cards/alert-card.ts'
import { levelNames, levelSigns } from '../../../alerts/rules/levels.ts'
import type { Alert } from '../../../alerts/store/alerts.ts'
import { toInstant } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { pageTurn } from '../../../chat/page-turn.ts'
import { alertsWords } from '../messages/alerts.ts'

export const PAGE_SIZE = 8

type Shown = Omit<Around, 'notes'> & { alerts: readonly Alert[]; at: number; count: number; typed: string }

export function listCard(locale: Locale, { alerts, at, count, typed, ...around }: Shown): Card {
  const words = alertsWords[locale]
  const pages = Math.ceil(count / PAGE_SIZE)
  return {
    locale,
    title: words.listTitle,
    summary: words.listSummary(count),
    blocks: [
      ...alerts.flatMap((alert) => blocksOf(locale, alert, around)),
      ...pageTurn({ words, action: 'alert.list', at, pages, typed }),
    ],
  }
}

function blocksOf(locale: Locale, alert: Alert, around: Omit<Around, 'notes'>): Block[] {
  const { id, severity, openedAt, ownerId } = alert
  const about = [
    levelNames[severity][locale],
    around.names.get(ownerId) ?? '?',
    sayDateTime(toInstant(openedAt), around.timeZone, locale),
  ]
  return [
    { kind: 'text', style: 'heading', text: `${levelSigns[severity]} ${headOf(locale, alert)}` },
    { kind: 'text', text: `${stateOf(locale, alert, around)}\n${about.join(' · ')}` },
    { kind: 'buttons', buttons: [{ label: alertsWords[locale].open, action: 'alert.show', value: id }] },
  ]
}
