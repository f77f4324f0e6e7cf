import { sayDateRange, sayDay, sayTime } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Upcoming } from '../../../flow.ts'
import { absenceWords } from '../messages/absence.ts'
import type { Days } from '../rules/leave.ts'

export type Agenda = { timeZone: string; days: number; prompts: readonly Upcoming[]; leave: Days | null }

/** What comes, line by line, in the member's own zone. */
export function upcomingCard(locale: Locale, { timeZone, days, prompts, leave }: Agenda): Card {
  const words = absenceWords[locale]
  const away: Block[] = leave
    ? [{ kind: 'context', text: words.ahead(sayDateRange(leave.from, leave.to, locale)) }]
    : []
  const title = words.upcomingTitle(days)
  const items = prompts.map((prompt) => lineOf(prompt, timeZone, locale))
  if (items.length > 0) return { locale, title, summary: title, blocks: [{ kind: 'list', items }, ...away] }

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

const lineOf = ({ at, what }: Upcoming, timeZone: string, locale: Locale): string =>
  absenceWords[locale].upcomingLine(
    sayDay(at.toZonedDateTimeISO(timeZone).toPlainDate(), locale),
    sayTime(at, timeZone, locale),
    what,
  )
