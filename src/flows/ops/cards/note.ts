import type { Card, Tone } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'

/** One sentence as a card. */
export const note = (locale: Locale, sentence: string, tone: Tone = 'plain'): Card => ({
  locale,
  tone,
  summary: sentence,
  blocks: [{ kind: 'text', text: sentence }],
})
