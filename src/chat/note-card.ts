import type { Block, Button, Card, Tone } from './card.ts'
import type { Locale } from './locale.ts'
import type { Text } from './text.ts'

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
