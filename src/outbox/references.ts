import type { Card } from '../chat/card.ts'
import { spansOf, type Text } from '../chat/text.ts'
import { textsIn } from '../chat/texts-in.ts'

export type References = { people: Set<string>; channels: Set<string>; posts: Set<string> }

/** Whom and what a card mentions, so that its platform's ids can be looked up before it is drawn. */
export const referencesOf = (card: Card): References => referencesIn(card.blocks.flatMap(textsIn))

export function referencesIn(texts: readonly Text[]): References {
  const found: References = { people: new Set(), channels: new Set(), posts: new Set() }
  for (const text of texts) collect(text, found)
  return found
}

function collect(text: Text, found: References): void {
  for (const span of spansOf(text)) {
    if (typeof span === 'string') continue
    if ('person' in span) found.people.add(span.person)
    if ('channel' in span) found.channels.add(span.channel)
    if ('post' in span) found.posts.add(span.post)
  }
}
