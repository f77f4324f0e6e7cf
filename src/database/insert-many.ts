import type { Prisma } from '../generated/client.ts'
import type { Db } from './types.ts'

/** So many rows in one word with the database. */
export const AT_ONCE = 2_000

/**
 * Rows of one shape into a table, in their order; a column that they do not name gets the database's own default. For
 * many rows: they travel as one value, where createMany would take apart and put together each of their fields.
 */
export async function insertMany(db: Db, table: Prisma.ModelName, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`)
  const sql = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await db.$executeRawUnsafe(sql, JSON.stringify(rows.slice(at, at + AT_ONCE)))
}
