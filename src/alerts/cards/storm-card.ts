import type { Block, Card } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import { alertWords } from '../messages/alert.ts'
import { levelSigns } from '../rules/levels.ts'
import { type Alert, isOver } from '../store/alerts.ts'
import { headOf } from './alert-card.ts'

const MOST_SHOWN = 40

/** Alerts that are told as one, what is critical apart and first; `isOwn` where all of them are its reader's. */
export function stormCard(
  locale: Locale,
  alerts: readonly Alert[],
  { names, isOwn = false }: { names: ReadonlyMap<string, string>; isOwn?: boolean },
): Card {
  const words = alertWords[locale]
  const critical = alerts.filter(({ severity }) => severity === 'critical')
  const others = alerts.filter(({ severity }) => severity !== 'critical')
  const title = isOwn ? words.stormOwn(alerts.length) : words.stormTitle(alerts.length)
  return {
    locale,
    tone: alerts.every(isOver) ? 'good' : critical.some((one) => !isOver(one)) ? 'bad' : 'warning',
    title,
    summary: title,
    blocks: [
      { kind: 'text', text: words.stormText },
      ...section(locale, words.critical, { alerts: critical, names }),
      ...section(locale, words.others, { alerts: others, names }),
      { kind: 'buttons', buttons: [{ label: words.show, action: 'alert.list', value: isOwn ? '0 mine' : '0 all' }] },
    ],
  }
}

type Section = { alerts: readonly Alert[]; names: ReadonlyMap<string, string> }

function section(locale: Locale, heading: string, { alerts, names }: Section): Block[] {
  if (alerts.length === 0) return []
  const words = alertWords[locale]
  const items = alerts.slice(0, MOST_SHOWN).map((alert) => lineOf(locale, alert, names))
  const hidden = alerts.length - items.length
  return [
    { kind: 'text', style: 'heading', text: `${heading} (${alerts.length})` },
    { kind: 'list', items: [...items, ...(hidden > 0 ? [words.more(hidden)] : [])] },
  ]
}

/** `🔴 A-12 Revenue is below 1,000,000 · Ana · taken`. */
export const lineOf = (locale: Locale, alert: Alert, names: ReadonlyMap<string, string>): string =>
  [
    `${levelSigns[alert.severity]} ${headOf(locale, alert)}`,
    names.get(alert.holderId ?? alert.ownerId) ?? alertWords[locale].somebody,
    alertWords[locale].state[alert.state],
  ].join(' · ')
