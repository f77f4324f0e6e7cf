import { oneLine, type Table, widthOf } from '../drawing/table.ts'

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

const padded = (cell: string, width: number): string => cell + ' '.repeat(width - widthOf(cell))
