import { expect } from 'vitest'
import type { Block, Card } from '../../../src/chat/card.ts'
import type { Text } from '../../../src/chat/text.ts'
import { drawMessage } from '../../../src/platforms/slack/blocks.ts'
import { cardView } from '../../../src/platforms/slack/modal.ts'
import type { Json } from '../../support/slack/element-limits.ts'
import { refusedMessage, refusedView } from '../../support/slack/limits.ts'
import { readBlocks } from '../../support/slack/reading.ts'
import { card, directory } from './served.ts'

/** The card as a message and as words, which Slack would take as a message and as a window. */
export function drawn(shown: Card) {
  const message = drawMessage({ card: shown, directory })
  const blocks = message.blocks as unknown as Json[]
  expect(refusedMessage(message.text, blocks)).toBeNull()
  expect(refusedView(cardView({ card: shown, directory }) as unknown as Json)).toBeNull()
  return { ...message, blocks, words: readBlocks(blocks) }
}

export const blocksOf = (...blocks: Block[]): Card => card('In short', { blocks })
export const text = (words: Text): Card => blocksOf({ kind: 'text', text: words })
