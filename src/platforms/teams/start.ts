import type { Block } from '../../chat/card.ts'
import { plain, type Span, spansOf, type Text } from '../../chat/text.ts'
import { firstPiece, readable, shortened } from '../drawing/literal.ts'
import { LONGEST_ALT } from './blocks.ts'

/** What is shown of something, how many characters of room that took, and whether it is all of it. */
export type Start<T> = { shown: T; took: number; whole: boolean }

/** As much of a block as this many characters hold. A passage is cut only where it is long, at a line's or a word's end. */
export function startOfBlock(block: Block, room: number): Start<Block[]> {
  switch (block.kind) {
    case 'text':
    case 'context':
      return within(startOfText(block.text, room), (text) => ({ ...block, text }))
    case 'facts':
      return within(startOfAll(block.facts, room, startOfFact), (facts) => ({ ...block, facts }))
    case 'list':
      return within(startOfAll(block.items, room, startOfText), (items) => ({ ...block, items }))
    case 'table':
      return within(startOfAll(block.rows, room, startOfRow), (rows) => ({ ...block, rows }))
    case 'progress':
      return within(startOfText(block.label, room), (label) => ({ ...block, label: plain(label) }))
    case 'image':
      return allOrNothing(block, block.url.length + Math.min(block.alt.length, LONGEST_ALT), room)
    case 'divider':
      return allOrNothing(block, 1, room)
    case 'buttons':
      return { shown: [block], took: 0, whole: true }
  }
}

const allOrNothing = (block: Block, takes: number, room: number): Start<Block[]> =>
  takes <= room ? { shown: [block], took: takes, whole: true } : { shown: [], took: 0, whole: false }

/** A block with what is shown of its inside, or none at all. */
const within = <T>({ shown, ...rest }: Start<T | null>, around: (shown: T) => Block): Start<Block[]> => ({
  ...rest,
  shown: shown === null ? [] : [around(shown)],
})

type StartOf<T> = (part: T, room: number) => Start<T | null>

function startOfAll<T>(parts: readonly T[], room: number, startOf: StartOf<T>): Start<T[] | null> {
  const shown: T[] = []
  let took = 0
  for (const part of parts) {
    const start = startOf(part, room - took)
    if (start.shown !== null) shown.push(start.shown)
    took += start.took
    if (!start.whole) return { shown: shown.length > 0 ? shown : null, took, whole: false }
  }
  return { shown, took, whole: true }
}

type Fact = Extract<Block, { kind: 'facts' }>['facts'][number]

function startOfFact({ label, value }: Fact, room: number): Start<Fact | null> {
  const name = startOfText(label, room)
  if (!name.whole) return { ...name, shown: name.shown === null ? null : { label: plain(name.shown), value: '' } }
  const said = startOfText(value, room - name.took)
  return { ...said, took: name.took + said.took, shown: said.shown === null ? null : { label, value: said.shown } }
}

function startOfRow(cells: readonly string[], room: number): Start<readonly string[] | null> {
  const length = cells.reduce((sum, cell) => sum + cell.length, 1)
  if (length <= room) return { shown: cells, took: length, whole: true }
  const { shown, took } = startOfText(cells, room)
  return { took, whole: false, shown: shown === null ? null : spansOf(shown).map((span) => plain([span])) }
}

// Anything shorter is shown in one piece, or not at all.
const LONG = 500

function startOfText(text: Text, room: number): Start<Text | null> {
  const spans = spansOf(text)
  const length = spans.reduce((sum, span) => sum + lengthOf(span), 0)
  if (length <= room) return { shown: text, took: length, whole: true }
  if (length <= LONG || room < 2) return { shown: null, took: 0, whole: false }

  const shown: Span[] = []
  let left = room
  for (const span of spans) {
    if (lengthOf(span) > left) return { shown: [...shown, ...startOfSpan(span, left)], took: room, whole: false }
    shown.push(span)
    left -= lengthOf(span)
  }
  return { shown, took: room - left, whole: true }
}

const lengthOf = (span: Span): number =>
  plain([span]).length + (typeof span !== 'string' && 'href' in span ? span.href.length : 0)

/** The first words of a span; a mention or a link is never cut. */
function startOfSpan(span: Span, room: number): Span[] {
  if (room < 2) return []
  const start = (words: string) => firstPiece(readable(words), room)
  if (typeof span === 'string') return [start(span)]
  if ('bold' in span) return [{ bold: start(span.bold) }]
  if ('italic' in span) return [{ italic: start(span.italic) }]
  if ('code' in span) return [{ code: start(span.code) }]
  return 'link' in span ? [shortened(span.link, room)] : []
}
