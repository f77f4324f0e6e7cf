import type { Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { ratingWords } from '../messages/rating.ts'
import { quoted, showButton } from './verdict.ts'

type Unsatisfied = { id: string; reference: string; score: number; note: string | null }

/** What those who are called are shown. */
export function unsatisfiedCard(locale: Locale, { id, reference, score, note }: Unsatisfied): Card {
  const words = ratingWords[locale]
  return {
    locale,
    tone: 'bad',
    title: words.unsatisfiedTitle(reference),
    summary: words.unsatisfiedTitle(reference),
    blocks: [{ kind: 'text', text: words.unsatisfied(score) }, ...quoted(note), showButton(words.show, id)],
  }
}
