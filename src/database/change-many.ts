import type { Prisma } from '../generated/client.ts'
import { piecesOf } from '../lists/pieces.ts'
import { AT_ONCE } from './insert-many.ts'
import type { Db } from './types.ts'

/** Writes a row's columns where its id is, for each of these, all of one shape, as `insertMany` writes new ones. */
export async function changeMany<One>(
  db: Db,
  table: Prisma.ModelName,
  { of: all, row }: { of: readonly One[]; row: (one: One) => { id: string } & object },
): Promise<void> {
  for (const some of piecesOf(all, AT_ONCE)) {
    const rows = some.map(row)
    const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id')
    const changes = names.map((name) => `"${name}" = new."${name}"`)
    const sql = `UPDATE "${table}" AS old SET ${changes}
      FROM json_populate_recordset(NULL::"${table}", $1::json) AS new WHERE old."id" = new."id"`
    await db.$executeRawUnsafe(sql, JSON.stringify(rows))
  }
}
