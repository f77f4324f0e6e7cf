import type { Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { shortened } from '../../../../chat/shortened.ts'
import { bold, spansOf, type Text } from '../../../../chat/text.ts'
import type { Entry } from '../../store/entries.ts'
import { linkedText } from '../linked-text.ts'
import { type Facts, storySentences, withText } from '../messages/story.ts'

const LONGEST_TEXT = 500

/** What happened, as one line under the card, with what was written. */
export function storyCard(entry: Pick<Entry, 'kind' | 'text'>, facts: Facts, locale: Locale): Card {
  const sentence = storySentences[locale][entry.kind](facts)
  return { locale, summary: sentence, blocks: [{ kind: 'text', text: storyLine(entry, facts, locale) }] }
}

/** `Mei noted: …` */
export function storyLine({ kind, text }: Pick<Entry, 'kind' | 'text'>, facts: Facts, locale: Locale): Text {
  const sentence = storySentences[locale][kind](facts)
  if (!text) return [bold(sentence)]
  return [bold(withText[locale](sentence)), ...spansOf(linkedText(shortened(text, LONGEST_TEXT)))]
}
