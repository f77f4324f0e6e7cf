import type { Card, Tone } from '../../chat/card.ts'
import { isReadable } from './literal.ts'

/** What a card says in short; never empty. */
export const summaryOf = (card: Card): string => [card.summary, card.title ?? ''].find(isReadable) ?? '–'

/** What stands before a title, so that a tone is seen without colours. */
export const MARKS: Record<Tone, string> = { plain: '', good: '✅ ', warning: '⚠️ ', bad: '🔴 ' }
