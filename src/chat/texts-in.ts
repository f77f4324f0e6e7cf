import type { Block } from './card.ts'
import type { Text } from './text.ts'

/** All texts of a block in which somebody may be mentioned. */
export function textsIn(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'text':
    case 'context':
      return [block.text]
    case 'facts':
      return block.facts.map(({ value }) => value)
    case 'list':
      return block.items
    case 'buttons':
    case 'table':
    case 'image':
    case 'divider':
    case 'progress':
      return []
  }
}
