import type { Block, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { ratingWords } from '../messages/rating.ts'
import { isUnsatisfied } from '../rules.ts'

type Verdict = { id: string; reference: string; score: number; note: string | null }

/** The link has been used: what stands in the place of the invitation. */
export function answeredCard(locale: Locale, { id, reference, score }: Verdict): Card {
  const words = ratingWords[locale]
  const gave = words.gave(reference, score)
  return { locale, summary: gave, blocks: [{ kind: 'text', text: gave }, showButton(words.show, id)] }
}

/** How satisfied the customer is and what follows. */
export function verdictCard(locale: Locale, { id, reference, score, note }: Verdict): Card {
  const words = ratingWords[locale]
  const isReopened = isUnsatisfied(score)
  const gave = words.gave(reference, score)
  return {
    locale,
    tone: isReopened ? 'warning' : 'good',
    summary: gave,
    blocks: [
      { kind: 'text', text: gave },
      ...quoted(note),
      { kind: 'text', text: isReopened ? words.isReopened : words.isClosed },
      showButton(words.show, id),
    ],
  }
}

export const quoted = (note: string | null): Block[] => (note ? [{ kind: 'text', text: note, style: 'quote' }] : [])

export const showButton = (label: string, id: string): Block => ({
  kind: 'buttons',
  buttons: [{ label, action: 'complaint.show', value: id }],
})
