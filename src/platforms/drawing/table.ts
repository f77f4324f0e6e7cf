import { bold, type Text } from '../../chat/text.ts'
import { readable } from './literal.ts'

export type Table = { columns: readonly string[]; rows: readonly (readonly string[])[] }

/** A row that is too wide for a table: its first cell, then each other one with its column's name. */
export function rowInWords(row: readonly string[], columns: readonly string[], colon: string): Text {
  const [first = '', ...others] = columns.map((_, index) => row[index] ?? '')
  const named = others.map((cell, index) => `${columns[index + 1]}${colon}${cell || '–'}`)
  return [bold(first || '–'), ...named.map((cell) => ` · ${cell}`)]
}

export const oneLine = (cell: string): string => readable(cell).replace(/\s+/g, ' ').trim()

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const WIDE =
  /^[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u

/** In columns of a fixed-width font, in which Chinese characters and emoji take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1
  return width
}
