import type { Block, Card } from '../../chat/card.ts'
import type { Attachment } from '../../platform.ts'
import type { Shelf } from './files.ts'

/** The card with its picture in it, or with a link to its file below. */
export async function withFile(shelf: Shelf, card: Card, file: Attachment): Promise<Card> {
  const url = await shelf.put(file)
  const shown: Block =
    'png' in file
      ? { kind: 'image', url, alt: file.alt }
      : { kind: 'text', text: ['📄 ', { link: file.name, href: url }] }
  return { ...card, blocks: [...card.blocks, shown] }
}
