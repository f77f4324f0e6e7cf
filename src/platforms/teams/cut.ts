import type { Block, Button, Card } from '../../chat/card.ts'
import { missingLines } from './lines.ts'
import { startOfBlock } from './start.ts'

/**
 * The card with as many of its words as `room` characters hold, then `rest` with the number of lines that are missing.
 * All buttons stay.
 */
export function cutCard(card: Card, room: number, rest: (lines: number) => Block): Card {
  const shown: Block[] = []
  let left = room
  for (const [at, block] of card.blocks.entries()) {
    const start = startOfBlock(block, left)
    if (!start.whole) {
      const before = [...shown, ...start.shown]
      const buttons = card.blocks.slice(at + 1).filter(({ kind }) => kind === 'buttons')
      return { ...card, blocks: [...before, rest(missingLines(card.blocks, before)), ...buttons] }
    }
    shown.push(...start.shown)
    left -= start.took
  }
  return card
}

/** The card with no words but its title, and with the first of its buttons. */
export const onlyButtons = (card: Card, count: number, rest: (lines: number) => Block): Card => ({
  ...card,
  blocks: [rest(missingLines(card.blocks, [])), { kind: 'buttons', buttons: buttonsIn(card).slice(0, count) }],
})

export const buttonsIn = (card: Card): Button[] =>
  card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
