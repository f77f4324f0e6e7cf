import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import type { Locale } from '../chat/locale.ts'
import { fileWords } from './messages.ts'

/** What stands where bytes were no UTF-8. */
const UNDECODABLE = '\uFFFD'
const PIECE_BYTES = 50_000

/** A row with the line on which it begins, counted from 1; cells of columns that the file does not have are absent. */
export type CsvRow<Column extends string> = { line: number; cells: Partial<Record<Column, string>> }
export type CsvPlan<Column extends string> = {
  columns: readonly Column[]
  /** What every file needs, so that something else is not taken for one. */
  needed: readonly Column[]
  mostLines: number
}
/** What is wrong with a file as such, in a sentence. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

type Parsed = { record: string[]; info: { lines: number } }

/**
 * Gives the rows of a CSV file, one after the other, by the names of its columns and without the apostrophe that keeps a
 * spreadsheet from running a cell. Throws Unreadable for what is no such file.
 */
export async function readCsv<Column extends string>(
  { text, locale }: { text: string; locale: Locale },
  plan: CsvPlan<Column>,
  take: (row: CsvRow<Column>) => void,
): Promise<void> {
  const words = fileWords[locale]
  if (text.includes(UNDECODABLE)) throw new Unreadable(words.notText)
  // As spreadsheets write it, with commas or with semicolons.
  const delimiter = /^[^\n,]*;/.test(text.replace(/^\uFEFF/, '')) ? ';' : ','
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, delimiter })
  try {
    await pipeline(pieces(Buffer.from(text)), parser, (records: AsyncIterable<Parsed>) =>
      takeAll(records, { plan, locale }, take),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Unreadable(words.unreadable(Number(error.lines ?? 0)))
  }
}

async function takeAll<Column extends string>(
  records: AsyncIterable<Parsed>,
  { plan, locale }: { plan: CsvPlan<Column>; locale: Locale },
  take: (row: CsvRow<Column>) => void,
): Promise<void> {
  let columns: readonly (Column | null)[] | null = null
  let [line, count] = [0, 0]
  for await (const { record, info } of records) {
    if (columns === null) columns = columnsOf(record, plan, locale)
    else if (++count > plan.mostLines) throw new Unreadable(fileWords[locale].tooManyLines(plan.mostLines))
    else take({ line: line + 1, cells: cellsOf(record, columns) })
    line = info.lines
  }
  if (columns === null) columnsOf([], plan, locale)
}

function cellsOf<Column extends string>(
  record: readonly string[],
  columns: readonly (Column | null)[],
): Partial<Record<Column, string>> {
  const cells: Partial<Record<Column, string>> = {}
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

function columnsOf<Column extends string>(
  head: readonly string[],
  { columns, needed }: CsvPlan<Column>,
  locale: Locale,
): (Column | null)[] {
  const words = fileWords[locale]
  const named = head.map((cell) => cell.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' '))
  const unknown = named.find((name) => name !== '' && !columns.some((column) => column === name))
  const twice = columns.find((column) => named.filter((name) => name === column).length > 1)
  const missing = needed.find((column) => !named.includes(column))
  if (missing) throw new Unreadable(words.columnMissing(missing))
  if (unknown) throw new Unreadable(words.columnUnknown(unknown.slice(0, 60)))
  if (twice) throw new Unreadable(words.columnTwice(twice))
  return named.map((name) => columns.find((column) => column === name) ?? null)
}

/** What `csvOf` of chat/csv.ts has put before a formula is taken off again. */
const plainly = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r\n])/u, '').replaceAll('\r\n', '\n')
