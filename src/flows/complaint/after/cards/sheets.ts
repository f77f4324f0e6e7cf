import type { Locale } from '../../../../chat/locale.ts'
import type { Sheet } from '../../../../pages/page.ts'
import { pageWords } from '../messages/page.ts'
import { isUnsatisfied, LONGEST_NOTE, readScore, SCORES, type Score } from '../rules.ts'

type Head = { company: string; reference: string }
/** What was sent and could not be taken. */
export type Filled = { chosen: string; note: string }

/** The question, with what is wrong when it was answered before. */
export function formSheet(locale: Locale, { company, reference }: Head, filled?: Filled): Sheet {
  const words = pageWords[locale]
  const options = SCORES.map((score) => ({ value: String(score), label: words.scores[score] }))
  const isChosen = filled && readScore(filled.chosen) !== null
  const isTooLong = filled && filled.note.length > LONGEST_NOTE
  return {
    locale,
    title: words.title(company, reference),
    paragraphs: [words.intro],
    ...(filled && { status: 422 as const }),
    form: {
      submit: words.send,
      fields: [
        {
          kind: 'choice',
          name: 'score',
          label: words.howMuch,
          options,
          ...(isChosen && { value: filled.chosen }),
          ...(filled && !isChosen && { error: words.chooseScore }),
        },
        {
          kind: 'text',
          name: 'note',
          label: words.note,
          maxLength: LONGEST_NOTE,
          ...(filled && { value: filled.note }),
          ...(isTooLong && { error: words.tooLong(LONGEST_NOTE, filled.note.length) }),
        },
      ],
    },
  }
}

export function thanksSheet(locale: Locale, score: Score): Sheet {
  const words = pageWords[locale]
  return {
    locale,
    title: words.thanksTitle,
    paragraphs: [words.thanks, ...(isUnsatisfied(score) ? [words.sorry] : []), words.canLeave],
  }
}

/** Why there is nothing to answer: it was answered, there will be another reply, or it is over. */
export function goneSheet(locale: Locale, why: 'answered' | 'again' | 'over'): Sheet {
  const words = pageWords[locale]
  const title = why === 'answered' ? words.thanksTitle : words.overTitle
  return { locale, status: 410, title, paragraphs: [words[why]] }
}
