import { fromDateColumn } from '../../../calendar/instant.ts'
import { sayDay } from '../../../calendar/say.ts'
import type { Card } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { runWords } from '../messages/run.ts'
import type { Run } from '../store/runs.ts'
import { answersAsBlocks, answerTo, hasAnswered } from './digest-answers.ts'

const FITS_A_CARD = 6_000
const MOST_BLOCKS = 40

/** Every answer in full; where that is more than a card holds, the card says that the file has it. */
export function fullCard(run: Run, locale: Locale): { card: Card; fits: boolean } {
  const words = runWords[locale]
  const title = words.allTitle(run.standup.name, sayDay(fromDateColumn(run.date), locale))
  const blocks = answersAsBlocks(run, { people: run.people.filter(hasAnswered), locale, shorten: (text) => text })
  const fits = fullText(run, locale).length <= FITS_A_CARD && blocks.length <= MOST_BLOCKS
  const shown = fits ? blocks : [{ kind: 'text' as const, text: words.allInFile }]
  return { card: { locale, title, summary: title, blocks: shown }, fits }
}

/** The same as plain text, by person. */
export function fullText(run: Run, locale: Locale): string {
  const title = runWords[locale].allTitle(run.standup.name, sayDay(fromDateColumn(run.date), locale))
  const people = run.people.filter(hasAnswered).map((attendee) => {
    const answers = run.questions.flatMap((question) => {
      const answer = answerTo(question, attendee, locale)
      return answer === null ? [] : [`${question.text}\n${answer}`]
    })
    return [`## ${attendee.member.name}`, ...answers].join('\n\n')
  })
  return `${[`# ${title}`, ...people].join('\n\n')}\n`
}
