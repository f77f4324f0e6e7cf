import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Block, Card } from '../../../chat/card.ts'
import { type Locale, nearestLocale } from '../../../chat/locale.ts'
import { runWords } from '../messages/run.ts'
import type { Blockers } from '../store/blockers.ts'
import type { Attendee, Run } from '../store/runs.ts'
import { answerBlocks, hasAnswered, isShortened } from './digest-answers.ts'
import { blockerBlocks, type TiedBlocker } from './digest-blockers.ts'
import { countsOf, whoIsWhere } from './people-in.ts'

const ANSWERS_A_PAGE = 60
const MOST_PEOPLE_A_PAGE = 20

/**
 * The digest as one card or, for many people, several: the first has the blockers and who did not answer, the others go
 * on with the answers. Who stands on which depends on who takes part and not on what they wrote, so that a late answer
 * or an edit changes its card in place. A card on which nobody has answered is null.
 */
export function digestCards(run: Run, blockers: Blockers<TiedBlocker>): (Card | null)[] {
  return pagesOf(run).map((people, at) => {
    if (at === 0) return firstCard(run, blockers, people)
    return people.some(hasAnswered) ? nextCard(run, people) : null
  })
}

function firstCard(run: Run, blockers: Blockers<TiedBlocker>, people: readonly Attendee[]): Card {
  const locale = nearestLocale(run.standup.locale)
  const { done, of } = countsOf(run)
  const nobody: Block[] = done === 0 ? [{ kind: 'text', text: runWords[locale].nobodyAnswered }] : []
  return {
    locale,
    title: titleOf(run, locale),
    summary: runWords[locale].digestSummary(run.standup.name, done, of),
    blocks: [
      ...blockerBlocks(blockers, run, locale),
      ...nobody,
      ...answerBlocks(run, people, locale),
      ...endOf(run, locale),
    ],
  }
}

function nextCard(run: Run, people: readonly Attendee[]): Card {
  const locale = nearestLocale(run.standup.locale)
  const title = `${titleOf(run, locale)} · ${runWords[locale].digestContinued}`
  return { locale, title, summary: title, blocks: answerBlocks(run, people, locale) }
}

const titleOf = (run: Run, locale: Locale): string =>
  runWords[locale].digestTitle(run.standup.name, sayDay(fromDateColumn(run.date), locale))

function endOf(run: Run, locale: Locale): Block[] {
  const rest = whoIsWhere(run, locale, ['missed', 'skipped', 'away', 'excused'])
  const words = runWords[locale]
  const showAll: Block = {
    kind: 'buttons',
    buttons: [{ label: words.showAll, action: 'standup.full', value: run.id }],
  }
  return [...rest, ...(pagesOf(run).some(isShortened) ? [showAll] : [])]
}

function pagesOf(run: Run): readonly (readonly Attendee[])[] {
  const aPage = Math.min(
    MOST_PEOPLE_A_PAGE,
    Math.max(6, Math.floor(ANSWERS_A_PAGE / Math.max(1, run.questions.length))),
  )
  const pages = Math.max(1, Math.ceil(run.people.length / aPage))
  return Array.from({ length: pages }, (_, at) => run.people.slice(at * aPage, (at + 1) * aPage))
}
