import type { Block, Button, Card, Tone } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { peopleWords } from '../messages/people.ts'

type More = {
  tone?: Tone
  title?: string
  blocks?: readonly Block[]
  hint?: string
  buttons?: readonly Button[]
  /** The complaint to look at. */
  showId?: string
}

/** One sentence, what belongs to it, and what can be done next. */
export function noteCard(locale: Locale, sentence: string, more: More = {}): Card {
  const { tone = 'plain', title, blocks = [], hint, buttons = [], showId } = more
  const show: Button[] = showId ? [{ label: peopleWords[locale].show, action: 'complaint.show', value: showId }] : []
  const pressed = [...buttons, ...show]
  return {
    locale,
    tone,
    summary: sentence,
    ...(title && { title }),
    blocks: [
      { kind: 'text', text: sentence },
      ...blocks,
      ...(hint ? [{ kind: 'context' as const, text: hint }] : []),
      ...(pressed.length > 0 ? [{ kind: 'buttons' as const, buttons: pressed }] : []),
    ],
  }
}
