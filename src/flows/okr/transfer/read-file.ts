import type { Locale } from '../../../chat/locale.ts'
import { readCsv } from '../../../files/read-csv.ts'
import { type Cells, COLUMNS, EMPTY, NEEDED } from './columns.ts'

export const MOST_LINES = 50_000
const PLAN = { columns: COLUMNS, needed: NEEDED, mostLines: MOST_LINES }

/** A row with the line on which it begins, counted from 1. */
export type Row = { line: number; cells: Cells }

/** Gives the rows of a file, one after the other; a column that it does not have is empty. */
export const readFile = (text: string, locale: Locale, take: (row: Row) => void): Promise<void> =>
  readCsv({ text, locale }, PLAN, ({ line, cells }) => take({ line, cells: { ...EMPTY, ...cells } }))
