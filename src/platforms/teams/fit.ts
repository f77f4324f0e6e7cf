import type { Block, Card } from '../../chat/card.ts'
import type { AdaptiveCard } from './adaptive-card.ts'
import { withoutFallback, withoutFallbacks } from './buttons.ts'
import { buttonsIn, cutCard, onlyButtons } from './cut.ts'
import { words } from './words.ts'

/** A card's JSON in UTF-8. Teams takes somewhat more, but counts in ways of its own. */
export const MOST_BYTES = 25_000

/**
 * All of the card, or as much of it as fits with all its buttons, which do without old clients before any is lost; where
 * even that is too much, the first of its buttons.
 */
export function fitted(card: Card, draw: (card: Card) => AdaptiveCard): AdaptiveCard {
  const rest = (lines: number): Block => ({ kind: 'context', text: words[card.locale].moreLines(lines) })
  for (const finish of [asItIs, bare]) {
    // More characters than that surely do not fit; a card that is longer is never drawn whole.
    const some = (room: number) => finish(draw(cutCard(card, room, rest)))
    const most = some(MOST_BYTES)
    if (fits(most)) return most
    if (fits(some(0))) return some(largest(0, MOST_BYTES, (room) => fits(some(room))))
  }
  const few = (count: number) => bare(draw(onlyButtons(card, count, rest)))
  return few(largest(0, buttonsIn(card).length, (count) => fits(few(count))))
}

const asItIs = (card: AdaptiveCard): AdaptiveCard => card

export const fits = (card: AdaptiveCard): boolean => Buffer.byteLength(JSON.stringify(card)) <= MOST_BYTES

/** The largest whole number for which something is true that is true for `low` and, if for any, for all below. */
export function largest(low: number, high: number, isTrue: (number: number) => boolean): number {
  let [least, most] = [low, high]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (isTrue(middle)) least = middle
    else most = middle - 1
  }
  return least
}

/** The card without what only old clients need. */
export const bare = (card: AdaptiveCard): AdaptiveCard => ({
  ...card,
  body: card.body.map(withoutFallbacks),
  ...(card.actions && { actions: card.actions.map(withoutFallback) }),
})
