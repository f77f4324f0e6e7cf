import type { Button, Card, Tone } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'

type More = { tone?: Tone; more?: readonly string[]; buttons?: readonly Button[] }

/** A sentence as a card, with more below it and what can be done next. */
export const noteCard = (
  locale: Locale,
  sentence: string,
  { tone = 'plain', more = [], buttons = [] }: More = {},
): Card => ({
  locale,
  tone,
  summary: sentence,
  blocks: [
    { kind: 'text', text: sentence },
    ...more.map((text) => ({ kind: 'text' as const, text })),
    ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
  ],
})
