import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import type { Locale } from '../../../chat/locale.ts'
import { type Cells, COLUMNS, type Column, EMPTY, NEEDED } from './columns.ts'
import { transferWords } from './messages/transfer.ts'

export const MOST_LINES = 50_000
/** What stands where bytes were no UTF-8. */
const UNDECODABLE = '\uFFFD'

const PIECE_BYTES = 50_000

/** A row with the line on which it begins, counted from 1. */
export type Row = { line: number; cells: Cells }
/** What is wrong with a file as such, in a sentence. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

type Parsed = { record: string[]; info: { lines: number } }

/**
 * Gives the rows of a CSV file, one after the other, by the names of its columns and without the apostrophe that keeps a
 * spreadsheet from running a cell.
 */
export async function readFile(text: string, locale: Locale, take: (row: Row) => void): Promise<void> {
  const words = transferWords[locale]
  if (text.includes(UNDECODABLE)) throw new Unreadable(words.notText)
  // As spreadsheets write it, with commas or with semicolons.
  const delimiter = /^[^\n,]*;/.test(text.replace(/^\uFEFF/, '')) ? ';' : ','
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, delimiter })
  try {
    await pipeline(pieces(Buffer.from(text)), parser, (records: AsyncIterable<Parsed>) =>
      takeAll(records, locale, take),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Unreadable(words.unreadable(Number(error.lines ?? 0)))
  }
}

async function takeAll(records: AsyncIterable<Parsed>, locale: Locale, take: (row: Row) => void): Promise<void> {
  let columns: readonly (Column | null)[] | null = null
  let [line, count] = [0, 0]
  for await (const { record, info } of records) {
    if (columns === null) columns = columnsOf(record, locale)
    else if (++count > MOST_LINES) throw new Unreadable(transferWords[locale].tooManyLines(MOST_LINES))
    else take({ line: line + 1, cells: cellsOf(record, columns) })
    line = info.lines
  }
  if (columns === null) columnsOf([], locale)
}

function cellsOf(record: readonly string[], columns: readonly (Column | null)[]): Cells {
  const cells = { ...EMPTY }
  for (const [at, column] of columns.entries()) if (column) cells[column] = plainly(record[at] ?? '')
  return cells
}

/** Between them the process turns to whatever else has come. */
async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield bytes.subarray(at, at + PIECE_BYTES)
    await setImmediate()
  }
}

function columnsOf(head: readonly string[], locale: Locale): (Column | null)[] {
  const words = transferWords[locale]
  const named = head.map((cell) => cell.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' '))
  const unknown = named.find((name) => name !== '' && !COLUMNS.some((column) => column === name))
  const twice = COLUMNS.find((column) => named.filter((name) => name === column).length > 1)
  const missing = NEEDED.find((column) => !named.includes(column))
  if (missing) throw new Unreadable(words.columnMissing(missing))
  if (unknown) throw new Unreadable(words.columnUnknown(unknown.slice(0, 60)))
  if (twice) throw new Unreadable(words.columnTwice(twice))
  return named.map((name) => COLUMNS.find((column) => column === name) ?? null)
}

/** What `csvOf` of chat/csv.ts has put before a formula is taken off again. */
const plainly = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r\n])/u, '').replaceAll('\r\n', '\n')
