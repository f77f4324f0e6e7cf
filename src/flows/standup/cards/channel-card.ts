import { fromDateColumn, toInstant } from '../../../calendar/instant.ts'
import { sayDay, sayTime } from '../../../calendar/say.ts'
import type { Block, Button, Card } from '../../../chat/card.ts'
import { nearestLocale } from '../../../chat/locale.ts'
import type { Text } from '../../../chat/text.ts'
import { runWords } from '../messages/run.ts'
import type { Run } from '../store/runs.ts'
import { cardKey, digestKey } from './keys.ts'
import { countsOf, whoIsWhere } from './people-in.ts'

/** The living card in the channel: who has answered so far, and the way to answer. */
export function channelCard(run: Run): Card {
  const locale = nearestLocale(run.standup.locale)
  const words = runWords[locale]
  const { name } = run.standup
  const { done, of } = countsOf(run)
  const title = words.cardTitle(name, sayDay(fromDateColumn(run.date), locale))
  if (run.state === 'deleted') {
    const gone = words.deletedCard(name)
    return { locale, title, tone: 'warning', summary: gone, blocks: [{ kind: 'text', text: gone }] }
  }
  return {
    locale,
    title,
    tone: done === of ? 'good' : 'plain',
    summary: words.cardSummary(name, done, of),
    blocks: [
      { kind: 'progress', label: words.progress, done, of },
      ...whoIsWhere(run, locale, ['answered', 'due', 'later', 'missed', 'skipped', 'away', 'excused']),
      { kind: 'context', text: untilWhen(run) },
      { kind: 'buttons', buttons: buttonsOf(run) },
    ],
  }
}

function untilWhen(run: Run): Text {
  const locale = nearestLocale(run.standup.locale)
  const words = runWords[locale]
  if (run.state !== 'open') return [words.over, words.between, { link: words.seeDigest, post: digestKey(run.id) }]
  return words.digestAt(sayTime(toInstant(run.closesAt), run.standup.timeZone, locale))
}

function buttonsOf(run: Run): Button[] {
  const words = runWords[nearestLocale(run.standup.locale)]
  const answer: Button = { label: words.answer, action: 'standup.answer', value: run.id }
  if (run.state !== 'open') return [{ ...answer, label: words.addOrChange }]
  return [
    { ...answer, style: 'primary' },
    { label: words.skip, action: 'standup.skip', value: run.id },
  ]
}

/** Where the card stands, for whoever wants to see it. */
export const cardLink = (run: { id: string }, words: string): Block => ({
  kind: 'context',
  text: [{ link: words, post: cardKey(run.id) }],
})
