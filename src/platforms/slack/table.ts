import { readable } from './literal.ts'

type Table = { columns: readonly string[]; rows: readonly (readonly string[])[] }

// What a Slack window shows on one line; on a phone it scrolls.
const WIDEST_TABLE = 72
const BETWEEN_COLUMNS = '  '

/** The lines of a table set in a fixed-width font, the first being its head; null when it is too wide for one. */
export function tableLines({ columns, rows }: Table): string[] | null {
  const all = [columns, ...rows].map((row) => columns.map((_, index) => oneLine(row[index] ?? '')))
  if (all.some((row) => row.some((cell) => cell.length > WIDEST_TABLE))) return null

  const widths = columns.map((_, index) => Math.max(...all.map((row) => widthOf(row[index] ?? ''))))
  const total = widths.reduce((sum, width) => sum + width, 0) + BETWEEN_COLUMNS.length * (columns.length - 1)
  if (total > WIDEST_TABLE) return null

  return all.map((row) =>
    row
      .map((cell, index) => padded(cell, widths[index] ?? 0))
      .join(BETWEEN_COLUMNS)
      .trimEnd(),
  )
}

const oneLine = (cell: string): string => readable(cell).replace(/\s+/g, ' ').trim()

const padded = (cell: string, width: number): string => cell + ' '.repeat(width - widthOf(cell))

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const WIDE =
  /^[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u

/** In columns of a fixed-width font, in which Chinese characters and emoji take two. */
function widthOf(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1
  return width
}
