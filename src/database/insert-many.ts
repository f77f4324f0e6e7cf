import type { Prisma } from '../generated/client.ts'
import { piecesOf } from '../lists/pieces.ts'
import type { Db } from './types.ts'

/** So many rows in one word with the database. */
export const AT_ONCE = 1_000

/**
 * A row for each of these into a table, all of one shape and in their order; a column that they do not name gets the
 * database's own default. For many rows: they travel as one value, where createMany would take apart and put together
 * each of their fields, and they are made piece by piece, so that the process turns to other work in between.
 */
export async function insertMany<One>(
  db: Db,
  table: Prisma.ModelName,
  { of: all, row }: { of: readonly One[]; row: (one: One, at: number) => object },
): Promise<void> {
  for (const [nth, some] of piecesOf(all, AT_ONCE).entries()) {
    const rows = some.map((one, at) => row(one, nth * AT_ONCE + at))
    const columns = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`)
    const sql = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`
    await db.$executeRawUnsafe(sql, JSON.stringify(rows))
  }
}
