import type { Form } from '../../../../chat/form.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { writeReference } from '../../rules/reference.ts'
import { pageWords } from '../messages/page.ts'
import { ratingWords } from '../messages/rating.ts'
import { LONGEST_NOTE, SCORES } from '../rules.ts'

type About = { complaint: { id: string; number: number }; round: number }

/** What the customer said, written down by a colleague. */
export function rateForm(locale: Locale, { complaint, round }: About): Form {
  const words = ratingWords[locale]
  const options = SCORES.map((score) => ({ value: String(score), label: pageWords[locale].scores[score] }))
  return {
    locale,
    id: 'complaint.rate',
    title: words.formTitle(writeReference(complaint.number)),
    submit: words.save,
    context: `${complaint.id} ${round}`,
    intro: words.formIntro,
    fields: [
      { kind: 'choice', name: 'score', label: words.score, options },
      { kind: 'text', name: 'note', label: words.note, lines: 'many', maxLength: LONGEST_NOTE, optional: true },
    ],
  }
}
