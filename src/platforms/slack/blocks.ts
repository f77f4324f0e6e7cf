import type { types } from '@slack/bolt'
import type { Card } from '../../chat/card.ts'
import { plain } from '../../chat/text.ts'
import { isReadable, shortened } from '../drawing/literal.ts'
import { MARKS, summaryOf } from '../drawing/summary.ts'
import { type Atom, atomsOf, type Drawing } from './atoms.ts'
import { plainText } from './buttons.ts'
import { fitted, MESSAGE, type Room } from './fit.ts'
import { escaped } from './literal.ts'
import { emboldened, groupsOf, linesIn, richElements } from './rich-text.ts'
import { tableLines } from './table.ts'
import { words } from './words.ts'

export type DrawnMessage = { text: string; blocks: types.KnownBlock[] }

// Slack shows the text in notifications and shortens it there.
const LONGEST_SUMMARY = 2_000
const LONGEST_HEADER = 150
const LONGEST_TEXT = 9_000

/** The card as a message, within every limit of Slack's. */
export function drawMessage(drawing: Drawing): DrawnMessage {
  return { text: escaped(shortened(summaryOf(drawing.card), LONGEST_SUMMARY)), blocks: drawBlocks(drawing, MESSAGE) }
}

/** The card as blocks that fit into this room; never none. */
export function drawBlocks(drawing: Drawing, room: Room): types.KnownBlock[] {
  const { card } = drawing
  const atoms = [...titleAtoms(drawing), ...atomsOf(drawing)]
  const shown = atoms.length > 0 ? atoms : atomsOf({ ...drawing, card: onlySummary(card) })
  return fitted(shown, room, (lines) => smallPrint(words[card.locale].moreLines(lines)))
}

/** All of the card as words, for the case that Slack refuses its blocks. */
export function wordsOf(card: Card): string {
  const lines = [card.title ?? '', ...card.blocks.flatMap(linesOf)].filter(isReadable)
  return escaped(shortened(lines.length > 0 ? lines.join('\n') : summaryOf(card), LONGEST_TEXT))
}

const onlySummary = (card: Card): Card => ({ ...card, blocks: [{ kind: 'text', text: summaryOf(card) }] })

function titleAtoms({ card, directory }: Drawing): Atom[] {
  if (!isReadable(card.title ?? '')) return []
  const title = `${MARKS[card.tone ?? 'plain']}${card.title}`
  if (title.length <= LONGEST_HEADER)
    return [{ part: { type: 'header', text: plainText(title, LONGEST_HEADER) }, of: -1, lines: 1, kept: true }]

  return groupsOf(emboldened(richElements(title, directory)), LONGEST_TEXT / 4).map((elements) => ({
    part: { type: 'rich_text_section', elements },
    of: -1,
    lines: linesIn(elements),
    kept: false,
  }))
}

const smallPrint = (text: string): Atom => ({
  part: { type: 'context', elements: [plainText(text, LONGEST_SUMMARY)] },
  of: -2,
  lines: 1,
  kept: true,
})

function linesOf(block: Card['blocks'][number]): string[] {
  switch (block.kind) {
    case 'text':
    case 'context':
      return [plain(block.text)]
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${plain(value)}`)
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${plain(item)}`)
    case 'table':
      return tableLines(block) ?? [block.columns, ...block.rows].map((row) => row.join(' · '))
    case 'image':
      return [`${block.alt} ${block.url}`]
    case 'progress':
      return [`${block.label} ${block.done}/${block.of}`]
    case 'buttons':
    case 'divider':
      return []
  }
}
