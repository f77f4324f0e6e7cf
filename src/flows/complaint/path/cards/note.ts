import type { Block, Button, Card, Tone } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { noteCard as plainNote } from '../../../../chat/note-card.ts'
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

/** One sentence, what belongs to it, and what can be done next, looking at the complaint last. */
export function noteCard(locale: Locale, sentence: string, { hint, buttons = [], showId, ...more }: More = {}): Card {
  const show: Button[] = showId ? [{ label: peopleWords[locale].show, action: 'complaint.show', value: showId }] : []
  return plainNote(locale, sentence, { ...more, hints: hint ? [hint] : [], buttons: [...buttons, ...show] })
}
