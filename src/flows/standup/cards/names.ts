import type { Button, Card, Tone } from '../../../chat/card.ts'
import type { Locale } from '../../../chat/locale.ts'
import { bold, type Span, type Text } from '../../../chat/text.ts'
import { runWords } from '../messages/run.ts'

const MOST_NAMES = 25

type Named = string | { name: string; note: string }

/** Names in bold, which ping nobody; a long row ends in how many more there are. */
export function nameList(names: readonly Named[], locale: Locale): Text {
  const words = runWords[locale]
  const shown = names.slice(0, MOST_NAMES)
  const spans = shown.flatMap((one, at): Span[] => [...(at === 0 ? [] : [words.listed]), ...nameSpans(one, locale)])
  return names.length > shown.length ? [...spans, words.andMore(names.length - shown.length)] : spans
}

const nameSpans = (one: Named, locale: Locale): Span[] =>
  typeof one === 'string' ? [bold(one)] : [bold(one.name), runWords[locale].bracketed(one.note)]

/** One sentence as a card, with what can be done next. */
export const note = (
  locale: Locale,
  sentence: string,
  { tone = 'plain', hint, buttons = [] }: { tone?: Tone; hint?: string; buttons?: readonly Button[] } = {},
): Card => ({
  locale,
  tone,
  summary: sentence,
  blocks: [
    { kind: 'text', text: sentence },
    ...(hint ? [{ kind: 'context' as const, text: hint }] : []),
    ...(buttons.length > 0 ? [{ kind: 'buttons' as const, buttons }] : []),
  ],
})
