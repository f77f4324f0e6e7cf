import { createHash } from 'node:crypto'
import type { Decimal } from 'decimal.js'
import type { Locale } from '../../../chat/locale.ts'
import type { Checked as Found, Importing, Problem } from '../../../files/importer.ts'
import { readCsv } from '../../../files/read-csv.ts'
import { plainDecimal } from '../../../numbers/rules/say-decimal.ts'
import { type Measured, standingAt } from '../store/samples.ts'
import { COLUMNS, MOST_VALUES, NEEDED } from './columns.ts'
import { type Facts, factsFor } from './facts.ts'
import { transferWords } from './messages/transfer.ts'
import { type Line, readRow } from './read-row.ts'

/** With what stands there now; null where nothing does. */
export type Change = Line & { before: Decimal | null }
export type Checked = Found & { changes: readonly Change[]; same: number }

/** Every problem by its line, or what would be written; writes nothing. Throws Unreadable for what is no such file. */
export async function checkFile(ctx: Importing, text: string): Promise<Checked> {
  const facts = await factsFor(ctx)
  const { lines, problems } = await linesOf(ctx, facts, text)
  const keys = lines.map(({ kpiId, startsOn }) => ({ kpiId, startsOn }))
  const standing = new Map((await standingAt(ctx.db, keys)).map((one) => [keyOf(one), one.value]))
  const changes = lines.flatMap((line): Change[] => {
    const before = standing.get(keyOf(line)) ?? null
    return before?.eq(line.value) ? [] : [{ ...line, before }]
  })
  problems.push(...changes.flatMap((change) => notAllowed(facts, ctx.locale, change)))
  return {
    problems: problems.toSorted((one, other) => one.line - other.line),
    ...{ changes, same: lines.length - changes.length, outcome: markOf(changes) },
  }
}

/** Those that can be read, a period of a KPI once. */
async function linesOf({ locale }: Importing, facts: Facts, text: string) {
  const lines = new Map<string, Line>()
  const problems: Problem[] = []
  await readCsv({ text, locale }, { columns: COLUMNS, needed: NEEDED, mostLines: MOST_VALUES }, (row) => {
    const read = readRow(facts, locale, row)
    problems.push(...(Array.isArray(read) ? read : placed(lines, read, locale)))
  })
  return { lines: [...lines.values()], problems }
}

/** The same once more says nothing new. */
function placed(lines: Map<string, Line>, said: Line, locale: Locale): Problem[] {
  const before = lines.get(keyOf(said))
  if (!before) lines.set(keyOf(said), said)
  if (!before || before.value.eq(said.value)) return []
  return [{ line: said.line, column: 'period', why: transferWords[locale].twice(before.line) }]
}

/** What stands there already may be in anybody's file: a whole export can be read back. */
function notAllowed(facts: Facts, locale: Locale, { line, kpi }: Line): Problem[] {
  const words = transferWords[locale]
  if (kpi.archivedAt) return [{ line, column: 'kpi', why: words.isArchived(kpi.key) }]
  return facts.mayChange(kpi) ? [] : [{ line, column: 'kpi', why: words.notAllowed(facts.nameOf(kpi.ownerId)) }]
}

/** Another one as soon as anything that would be written over is other than it was. */
function markOf(changes: readonly Change[]): string {
  const told = changes.map((one) => [keyOf(one), plainDecimal(one.value), one.before && plainDecimal(one.before)])
  return createHash('sha256').update(JSON.stringify(told)).digest('hex')
}

const keyOf = ({ kpiId, startsOn }: Pick<Measured, 'kpiId' | 'startsOn'>): string => `${kpiId} ${startsOn}`
