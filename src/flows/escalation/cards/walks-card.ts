import { toInstant } from '../../../calendar/instant.ts'
import { sayDateTime } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { pageTurn } from '../../../chat/page-turn.ts'
import { bold, type Text } from '../../../chat/text.ts'
import { noticeWords } from '../../../escalation/messages/notice.ts'
import type { Escalation } from '../../../escalation/store/escalations.ts'
import { openWords } from '../messages/open.ts'

export const PAGE_SIZE = 15

type Around = { names: ReadonlyMap<string, string>; timeZone: string }
type Shown = Around & { walks: readonly Escalation[]; at: number; count: number; typed: string }

export function walksCard(locale: Locale, { walks, at, count, typed, ...around }: Shown): Card {
  const words = openWords[locale]
  const pages = Math.ceil(count / PAGE_SIZE)
  return {
    ...{ locale, title: words.title, summary: words.summary(count) },
    blocks: [
      { kind: 'list', items: walks.map((walk) => walkLine(locale, walk, around)) },
      ...pageTurn({ words, action: 'escalation.walks', at, pages, typed }),
    ],
  }
}

/** What it is about, whose it is, since when, and what comes next. */
export function walkLine(locale: Locale, walk: Escalation, { names, timeZone }: Around): Text {
  const words = openWords[locale]
  const nameOf = (id: string | null) => names.get(id ?? '') ?? noticeWords[locale].somebody
  const when = (at: Date) => sayDateTime(toInstant(at), timeZone, locale)
  const card = (walk.cards as unknown as Record<Locale, Card>)[locale]
  const next = walk.nextAt ? [words.nextStep(when(walk.nextAt))] : walk.exhaustedAt ? [words.exhausted] : []
  const state = walk.state === 'acknowledged' ? [words.taken(nameOf(walk.holderId))] : [words.untaken, ...next]
  return [
    bold(card.title ?? walk.about),
    ` · ${[words.owner(nameOf(walk.ownerId)), words.since(when(walk.openedAt)), ...state].join(' · ')}`,
  ]
}
