import type { Prisma } from '../generated/client.ts'
import { AT_ONCE } from './insert-many.ts'
import type { Db } from './types.ts'

/** Writes these columns of the rows with these ids, all of one shape, as `insertMany` writes new ones. */
export async function changeMany(
  db: Db,
  table: Prisma.ModelName,
  rows: readonly ({ id: string } & object)[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id')
  const changes = names.map((name) => `"${name}" = new."${name}"`)
  const sql = `UPDATE "${table}" AS old SET ${changes}
    FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) AS new WHERE old."id" = new."id"`
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await db.$executeRawUnsafe(sql, JSON.stringify(rows.slice(at, at + AT_ONCE)))
}
