import type { Block, Card } from '../../chat/card.ts'
import type { Locale } from '../../chat/locale.ts'
import { bold, spansOf, type Text } from '../../chat/text.ts'
import { isWebAddress } from '../drawing/address.ts'
import { isReadable, shortened } from '../drawing/literal.ts'
import { progressBar } from '../drawing/progress.ts'
import type { Element, Look } from './adaptive-card.ts'
import { actionSets } from './buttons.ts'
import type { Known } from './markdown.ts'
import { textElements } from './rich-text.ts'
import { tableElements } from './table.ts'
import { words } from './words.ts'

export type Around = Known & { locale: Locale }

/** The blocks as elements of a card; what has nothing to show has none. */
export function elementsOf(blocks: Card['blocks'], around: Around): Element[] {
  const elements: Element[] = []
  let divided = false
  for (const block of blocks) {
    const [first, ...others] = blockElements(block, around)
    if (first) elements.push(divided ? { ...first, separator: true, spacing: 'Medium' } : first, ...others)
    divided = block.kind === 'divider' || (divided && !first)
  }
  return elements
}

/** The longest words for who cannot see a picture. */
export const LONGEST_ALT = 500

function blockElements(block: Block, around: Around): Element[] {
  switch (block.kind) {
    case 'text':
      return paragraph(block, around)
    case 'facts':
      return closeTogether(block.facts.flatMap((fact) => textElements(factText(fact, around), {}, around)))
    case 'buttons':
      return actionSets(block.buttons)
    case 'list':
      return closeTogether(block.items.flatMap((item, index) => itemElements(item, markOf(block, index), around)))
    case 'table':
      return closeTogether(tableElements(block, around.locale, around))
    case 'image':
      return picture(block, around)
    case 'divider':
      return []
    case 'context':
      return textElements(block.text, { size: 'Small', isSubtle: true }, around)
    case 'progress':
      return textElements([bold(block.label), `  ${progressBar(block)}`], {}, around)
  }
}

const HEADING: Look = { size: 'Medium', weight: 'Bolder' }

function paragraph({ text, style }: Extract<Block, { kind: 'text' }>, around: Around): Element[] {
  const items = textElements(text, style === 'heading' ? HEADING : {}, around)
  return style === 'quote' && items.length > 0 ? [{ type: 'Container', style: 'emphasis', items }] : items
}

type Fact = Extract<Block, { kind: 'facts' }>['facts'][number]

const factText = ({ label, value }: Fact, { locale }: Around): Text => {
  const said = spansOf(value)
  const isSaid = said.some((span) => typeof span !== 'string' || isReadable(span))
  return [bold(isReadable(label) ? label : '–'), words[locale].colon, ...(isSaid ? said : ['–'])]
}

const markOf = ({ ordered }: { ordered?: boolean }, index: number): string => (ordered ? `${index + 1}. ` : '• ')

function itemElements(item: Text, mark: string, around: Around): Element[] {
  return textElements(item, {}, around).length > 0 ? textElements([mark, ...spansOf(item)], {}, around) : []
}

function picture({ url, alt }: Extract<Block, { kind: 'image' }>, around: Around): Element[] {
  if (!isWebAddress(url) && !isInline(url)) return textElements(alt, {}, around)
  return [{ type: 'Image', url, altText: isReadable(alt) ? shortened(alt, LONGEST_ALT) : '–' }]
}

const isInline = (url: string): boolean => url.startsWith('data:image/png;base64,')

/** The parts of one block belong together. */
const closeTogether = (elements: Element[]): Element[] =>
  elements.map((element, index) => (index > 0 ? { ...element, spacing: 'Small' } : element))
