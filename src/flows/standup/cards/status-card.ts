import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { reportWords } from '../messages/reports.ts'
import { runWords } from '../messages/run.ts'
import type { LatestRun, Standing } from '../store/standings.ts'
import type { Brief } from '../store/standups.ts'
import { cardLink } from './channel-card.ts'
import { countsOf, whoIsWhere } from './people-in.ts'

export type Standings = LatestRun & { standup: Pick<Brief, 'name' | 'promptIn'>; people: readonly Standing[] }

/** Where everybody stands, in the reader's language. */
export function statusCard(locale: Locale, run: Standings): Card {
  const words = reportWords[locale]
  const { done, of } = countsOf(run)
  return {
    locale,
    title: words.statusTitle(run.standup.name, sayDay(fromDateColumn(run.date), locale)),
    summary: words.statusSummary(run.standup.name, done, of),
    blocks: [
      { kind: 'progress', label: runWords[locale].progress, done, of },
      ...whoIsWhere(run, locale, ['answered', 'due', 'later', 'missed', 'skipped', 'away', 'excused']),
      ...(run.standup.promptIn === 'private' ? [] : [cardLink(run, words.seeCard)]),
    ],
  }
}
