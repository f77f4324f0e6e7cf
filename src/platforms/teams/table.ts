import type { Locale } from '../../chat/locale.ts'
import { oneLine, type Table as Rows, rowInWords, widthOf } from '../drawing/table.ts'
import type { Element, Look, Table, TableRow } from './adaptive-card.ts'
import type { Known } from './markdown.ts'
import { literalElement, textElements } from './rich-text.ts'
import { words } from './words.ts'

// What a phone shows of a table before it breaks lines within the cells.
const WIDEST_TABLE = 36
const NARROWEST_COLUMN = 4

/** A table where a phone has room for it, otherwise each row in words. */
export function tableElements({ columns, rows }: Rows, locale: Locale, known: Known): Element[] {
  if (columns.length === 0) return []
  const all = [columns, ...rows].map((row) => columns.map((_, index) => oneLine(row[index] ?? '')))
  const widths = columns.map((_, index) => Math.max(NARROWEST_COLUMN, ...all.map((row) => widthUpTo(row[index] ?? ''))))
  if (widths.reduce((sum, width) => sum + width, 0) > WIDEST_TABLE)
    return rows.flatMap((row) => textElements(rowInWords(row, columns, words[locale].colon), {}, known))

  return [tableOf(all, widths)]
}

// A cell may be very long; it is not measured any further than it matters.
const widthUpTo = (cell: string): number => widthOf(cell.slice(0, WIDEST_TABLE + 1))

const tableOf = ([head = [], ...rows]: readonly (readonly string[])[], widths: readonly number[]): Table => ({
  type: 'Table',
  columns: widths.map((width) => ({ width })),
  firstRowAsHeaders: true,
  rows: [rowOf(head, { weight: 'Bolder' }), ...rows.map((row) => rowOf(row, {}))],
})

const rowOf = (cells: readonly string[], look: Look): TableRow => ({
  type: 'TableRow',
  cells: cells.map((cell) => ({
    type: 'TableCell',
    items: [literalElement(cell, look)],
  })),
})
