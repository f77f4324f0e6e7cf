import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import { runWords } from '../messages/run.ts'
import type { Blockers } from '../store/blockers.ts'
import type { Attendee, Run } from '../store/runs.ts'
import { answerBlocks } from './digest-answers.ts'
import { blockerBlocks } from './digest-blockers.ts'
import { countsOf, inState, whoIsWhere } from './people-in.ts'

const ANSWERS_A_PAGE = 60
const MOST_PEOPLE_A_PAGE = 20

/**
 * The digest as one card or, for many people, several: the first begins with the blockers, the last ends with who was
 * away, skipped or missed. How many there are depends on who takes part and not on what they wrote, so that a late
 * answer or an edit changes its card in place. A page on which nobody has answered is null.
 */
export function digestCards(run: Run, blockers: Blockers): (Card | null)[] {
  const pages = pagesOf(run)
  return pages.map((people, at) => {
    const answered = people.some(({ entry }) => entry.state === 'answered')
    const isEnd = at === 0 || at === pages.length - 1
    return answered || isEnd ? pageCard(run, blockers, { people, at, of: pages.length }) : null
  })
}

type Page = { people: readonly Attendee[]; at: number; of: number }

function pageCard(run: Run, blockers: Blockers, page: Page): Card {
  const locale = nearestLocale(run.standup.locale)
  const words = runWords[locale]
  const { done, of } = countsOf(run)
  const title = words.digestTitle(run.standup.name, sayDay(fromDateColumn(run.date), locale))
  return {
    locale,
    title: page.of > 1 ? `${title} · ${words.digestPage(page.at + 1, page.of)}` : title,
    summary: words.digestSummary(run.standup.name, done, of),
    blocks: [
      ...(page.at === 0 ? blockerBlocks(blockers, run, locale) : []),
      ...(page.at === 0 && done === 0 ? [{ kind: 'text' as const, text: words.nobodyAnswered }] : []),
      ...answerBlocks(run, page.people, locale),
      ...(page.at === page.of - 1 ? endOf(run, locale) : []),
    ],
  }
}

function endOf(run: Run, locale: Locale): Block[] {
  const rest = whoIsWhere(run, locale, ['missed', 'skipped', 'away', 'excused'])
  const words = runWords[locale]
  const showAll: Block = {
    kind: 'buttons',
    buttons: [{ label: words.showAll, action: 'standup.full', value: run.id }],
  }
  return [...rest, ...(inState(run, 'answered').length > 0 ? [showAll] : [])]
}

function pagesOf(run: Run): readonly (readonly Attendee[])[] {
  const aPage = Math.min(
    MOST_PEOPLE_A_PAGE,
    Math.max(6, Math.floor(ANSWERS_A_PAGE / Math.max(1, run.questions.length))),
  )
  const pages = Math.max(1, Math.ceil(run.people.length / aPage))
  return Array.from({ length: pages }, (_, at) => run.people.slice(at * aPage, (at + 1) * aPage))
}
