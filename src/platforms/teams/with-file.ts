import type { Block, Card } from '../../chat/card.ts'
import type { Attachment, Picture } from '../../platform.ts'
import type { Shelf } from './files.ts'

/** A picture in base64 and its card together; with what drawing adds they stay far below what Teams takes. */
const SMALL = 8_000

/** The card with its picture in it, or with a link to its file below. */
export async function withFile(shelf: Shelf, card: Card, file: Attachment): Promise<Card> {
  const shown: Block =
    'png' in file
      ? { kind: 'image', url: isSmall(card, file) ? inline(file) : await shelf.put(file), alt: file.alt }
      : { kind: 'text', text: ['📄 ', { link: file.name, href: await shelf.put(file) }] }
  return { ...card, blocks: [...card.blocks, shown] }
}

const isSmall = (card: Card, { png }: Picture): boolean => png.length + JSON.stringify(card).length <= SMALL

const inline = ({ png }: Picture): string => `data:image/png;base64,${png}`
