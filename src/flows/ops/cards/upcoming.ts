import type { Temporal } from 'temporal-polyfill'
import { sayDate, sayDateRange, sayTime } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { bold } from '../../../chat/text.ts'
import type { Upcoming } from '../../../flow.ts'
import { absenceWords } from '../messages/absence.ts'
import type { Days } from '../rules/leave.ts'

export type Agenda = { timeZone: string; days: number; prompts: readonly Upcoming[]; leave: Days | null }

/** What comes day by day, in the member's own zone. */
export function upcomingCard(locale: Locale, { timeZone, days, prompts, leave }: Agenda): Card {
  const words = absenceWords[locale]
  const away: Block[] = leave
    ? [{ kind: 'context', text: words.ahead(sayDateRange(leave.from, leave.to, locale)) }]
    : []
  const title = words.upcomingTitle(days)
  const asked = byDay(prompts, timeZone, locale).flatMap((day) => blocksOf(day, locale))
  if (asked.length > 0) return { locale, title, summary: title, blocks: [...asked, ...away] }

  return {
    locale,
    title,
    summary: words.upcomingNone(days),
    blocks: [
      { kind: 'text', text: words.upcomingNone(days) },
      ...away,
      { kind: 'context', text: words.whatNext },
      { kind: 'buttons', buttons: [{ label: words.help, action: 'router.run', value: 'ops help' }] },
    ],
  }
}

type Day = { date: Temporal.PlainDate; items: string[] }

function byDay(prompts: readonly Upcoming[], timeZone: string, locale: Locale): Day[] {
  const days = new Map<string, Day>()
  for (const { at, what } of prompts) {
    const date = at.toZonedDateTimeISO(timeZone).toPlainDate()
    const day = days.get(date.toString()) ?? { date, items: [] }
    day.items.push(`${sayTime(at, timeZone, locale)} ${what}`)
    days.set(date.toString(), day)
  }
  return [...days.values()]
}

const blocksOf = ({ date, items }: Day, locale: Locale): Block[] => [
  { kind: 'text', text: [bold(sayDate(date, locale))] },
  { kind: 'list', items },
]
