import type { Block } from '../../chat/card.ts'
import { plain, type Text } from '../../chat/text.ts'
import { readable } from '../drawing/literal.ts'

/** How many lines people miss who see only these blocks; at least one. */
export const missingLines = (all: readonly Block[], shown: readonly Block[]): number =>
  Math.max(1, linesIn(all) - linesIn(shown))

const linesIn = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + linesOf(block), 0)

function linesOf(block: Block): number {
  switch (block.kind) {
    case 'text':
    case 'context':
      return linesOfText(block.text)
    case 'facts':
      return block.facts.reduce((sum, { value }) => sum + Math.max(1, linesOfText(value)), 0)
    case 'list':
      return block.items.reduce((sum, item) => sum + linesOfText(item), 0)
    case 'table':
      return block.rows.length
    case 'image':
    case 'progress':
      return 1
    case 'buttons':
    case 'divider':
      return 0
  }
}

function linesOfText(text: Text): number {
  const said = readable(plain(text)).trimEnd()
  return said === '' ? 0 : said.split('\n').length
}
