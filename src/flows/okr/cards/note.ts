import type { Block, Button, Card, Tone } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Text } from '../../../chat/text.ts'

type More = {
  tone?: Tone
  title?: string
  blocks?: readonly Block[]
  hints?: readonly Text[]
  buttons?: readonly Button[]
}

/** One sentence, what belongs to it, and what can be done next. */
export function noteCard(locale: Locale, sentence: string, more: More = {}): Card {
  const { tone = 'plain', title, blocks = [], hints = [], buttons = [] } = more
  return {
    locale,
    tone,
    summary: sentence,
    ...(title && { title }),
    blocks: [
      { kind: 'text', text: sentence },
      ...blocks,
      ...hints.map((text) => ({ kind: 'context' as const, text })),
      ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
    ],
  }
}
