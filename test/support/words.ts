import type { Block, Card } from '../../src/chat/card.ts'
import { plain } from '../../src/chat/text.ts'

/** All that a card says, line by line, its buttons as `[label]`. */
export const wordsOf = (card: Card): string => [card.title ?? '', ...card.blocks.map(wordsIn)].join('\n')

function wordsIn(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'context':
      return plain(block.text)
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${plain(value)}`).join('\n')
    case 'buttons':
      return block.buttons.map(({ label }) => `[${label}]`).join(' ')
    case 'list':
      return block.items.map(plain).join('\n')
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' | ')).join('\n')
    case 'progress':
      return `${block.label}: ${block.done} of ${block.of}`
    case 'image':
      return block.alt
    case 'divider':
      return ''
  }
}
