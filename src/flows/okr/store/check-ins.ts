import type { Db } from '../../../database/types.ts'
import type { OkrCheckIn as Row } from '../../../generated/client.ts'

/** With its date as the rules write dates: `2026-11-26`. */
export type CheckIn = Omit<Row, 'forDate'> & { forDate: string }

/** The latest check-in of each of these key results, by date and then by seq; those without one are absent. */
export async function currentOfMany(db: Db, keyResultIds: readonly string[]): Promise<Map<string, CheckIn>> {
  if (keyResultIds.length === 0) return new Map()
  const rows = await db.$queryRaw<Row[]>`
    SELECT latest.* FROM unnest(${[...keyResultIds]}::text[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT * FROM "OkrCheckIn" WHERE "keyResultId" = wanted.id ORDER BY "forDate" DESC, "seq" DESC LIMIT 1
    ) AS latest`
  return new Map(rows.map((row) => [row.keyResultId, dated(row)]))
}

/** All of a key result's, the earliest date first, those of one date in their order. */
export async function historyOf(db: Db, keyResultIds: readonly string[]): Promise<CheckIn[]> {
  const where = { keyResultId: { in: [...keyResultIds] } }
  return (await db.okrCheckIn.findMany({ where, orderBy: [{ forDate: 'asc' }, { seq: 'asc' }] })).map(dated)
}

/** How many check-ins there are: the version that a form is made from. */
export async function seqOf(db: Db, keyResultId: string): Promise<number> {
  const newest = await db.okrCheckIn.findFirst({
    where: { keyResultId },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  return newest?.seq ?? 0
}

/** The same for many; those without one are absent. */
export async function seqsOfMany(db: Db, keyResultIds: readonly string[]): Promise<Map<string, number>> {
  const newest = await db.$queryRaw<{ keyResultId: string; seq: number }[]>`
    SELECT "keyResultId", max("seq") AS "seq" FROM "OkrCheckIn" WHERE "keyResultId" = ANY(${[...keyResultIds]}::text[])
    GROUP BY "keyResultId"`
  return new Map(newest.map(({ keyResultId, seq }) => [keyResultId, seq]))
}

/** Those that were written after so many, as they were written. */
export async function checkInsAfter(
  db: Db,
  keyResultId: string,
  { seq, take }: { seq: number; take: number },
): Promise<CheckIn[]> {
  const where = { keyResultId, seq: { gt: seq } }
  return (await db.okrCheckIn.findMany({ where, orderBy: { seq: 'asc' }, take })).map(dated)
}

const dated = (row: Row): CheckIn => ({ ...row, forDate: row.forDate.toISOString().slice(0, 10) })
