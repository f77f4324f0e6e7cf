import type { types } from '@slack/bolt'
import type { Block, Button, Card } from '../../chat/card.ts'
import { bold, type Text } from '../../chat/text.ts'
import type { Directory } from '../../platform.ts'
import { isWebAddress } from '../drawing/address.ts'
import { shortened } from '../drawing/literal.ts'
import { progressBar } from '../drawing/progress.ts'
import { rowInWords } from '../drawing/table.ts'
import { buttonBlocks } from './buttons.ts'
import { contextBlocks } from './context.ts'
import { emboldened, groupsOf, linesIn, type RichElement, richElements } from './rich-text.ts'
import { tableLines } from './table.ts'
import { words } from './words.ts'

export type RichPart = types.RichTextSection | types.RichTextList | types.RichTextQuote | types.RichTextPreformatted
export type Atom = {
  part: RichPart | types.KnownBlock
  /** Which of the card's blocks it is a piece of. */
  of: number
  /** How many lines of it a person reads. */
  lines: number
  /** Never left out, however long the card is. */
  kept: boolean
}

/** How a card is drawn: who is who, and how many buttons were drawn before, as each needs a name of its own. */
export type Drawing = { card: Card; directory: Directory }

/** The card in its smallest pieces, each short enough for Slack; what has nothing to show has none. */
export function atomsOf({ card, directory }: Drawing): Atom[] {
  const numbered = numberedButtons(card)
  return card.blocks.flatMap((block, of) => {
    const pieces = piecesOf(block, { card, directory, buttons: numbered.get(block) ?? [] })
    return pieces.map(({ part, lines }) => ({ part, lines, of, kept: block.kind === 'buttons' }))
  })
}

export type NumberedButton = Button & { number: number }
type Piece = Pick<Atom, 'part' | 'lines'>
type Around = Drawing & { buttons: readonly NumberedButton[] }

function numberedButtons(card: Card): Map<Block, NumberedButton[]> {
  const numbered = new Map<Block, NumberedButton[]>()
  let number = 0
  for (const block of card.blocks) {
    if (block.kind !== 'buttons') continue
    numbered.set(
      block,
      block.buttons.map((button) => ({ ...button, number: number++ })),
    )
  }
  return numbered
}

function piecesOf(block: Block, around: Around): Piece[] {
  switch (block.kind) {
    case 'text':
      return textPieces(block, around)
    case 'facts':
      return block.facts.flatMap((fact, index) => factPieces(fact, index, around))
    case 'buttons':
      return buttonBlocks(around.buttons).map((part) => ({ part, lines: 0 }))
    case 'list':
      return block.items.flatMap((item) => itemPieces(item, block.ordered ? 'ordered' : 'bullet', around))
    case 'table':
      return tablePieces(block, around)
    case 'image':
      return imagePieces(block, around)
    case 'divider':
      return [{ part: { type: 'divider' }, lines: 0 }]
    case 'context':
      return contextBlocks(block.text, around.directory).map((part) => ({ part, lines: 1 }))
    case 'progress':
      return sections([bold(block.label), `  ${progressBar(block)}`], around)
  }
}

// Short pieces waste little room at the end of a message; they are put together again where they fit.
const PIECE = 1_000
const LONGEST_ITEM = 2_900

type TextBlock = Extract<Block, { kind: 'text' }>

function textPieces({ text, style }: TextBlock, { directory }: Around): Piece[] {
  const elements = richElements(text, directory)
  const drawn = style === 'heading' ? emboldened(elements) : elements
  const type = style === 'quote' ? 'rich_text_quote' : 'rich_text_section'
  return groupsOf(drawn, PIECE).map((group) => ({ part: { type, elements: group }, lines: linesIn(group) }))
}

function sections(text: Text, { directory }: Around): Piece[] {
  return groupsOf(richElements(text, directory), PIECE).map(section)
}

const section = (elements: RichElement[]): Piece => ({
  part: { type: 'rich_text_section', elements },
  lines: linesIn(elements),
})

type Fact = Extract<Block, { kind: 'facts' }>['facts'][number]

function factPieces({ label, value }: Fact, index: number, { card, directory }: Around): Piece[] {
  const newLine: RichElement[] = index > 0 ? [{ type: 'text', text: '\n' }] : []
  const name = richElements([bold(label.trim() === '' ? '–' : label), words[card.locale].colon], directory)
  const said = richElements(value, directory)
  const line = [...newLine, ...name, ...(said.length > 0 ? said : richElements('–', directory))]
  return groupsOf(line, PIECE).map(section)
}

function itemPieces(item: Text, style: 'ordered' | 'bullet', { directory }: Around): Piece[] {
  return groupsOf(richElements(item, directory), LONGEST_ITEM).map((elements) => ({
    part: { type: 'rich_text_list', style, elements: [{ type: 'rich_text_section', elements }] },
    lines: linesIn(elements),
  }))
}

type Table = Extract<Block, { kind: 'table' }>

function tablePieces(table: Table, around: Around): Piece[] {
  if (table.columns.length === 0) return []
  const inWords = (row: readonly string[]) => rowInWords(row, table.columns, words[around.card.locale].colon)
  const lines = tableLines(table)
  if (lines === null) return table.rows.flatMap((row) => itemPieces(inWords(row), 'bullet', around))

  return lines.map((line) => ({
    part: { type: 'rich_text_preformatted', elements: [{ type: 'text', text: line === '' ? ' ' : line }] },
    lines: 1,
  }))
}

type Image = Extract<Block, { kind: 'image' }>

function imagePieces({ url, alt }: Image, around: Around): Piece[] {
  if (!isWebAddress(url)) return sections(alt, around)
  const name = shortened(alt, 2_000)
  return [{ part: { type: 'image', image_url: url, alt_text: name.trim() === '' ? '–' : name }, lines: 1 }]
}
