import type { Db } from '../../../../database/types.ts'

/** How many risks of a category are open, and how many of these are beyond its appetite. */
export type Load = { open: number; beyond: number }

export async function loadsOf(db: Db, workspaceId: string): Promise<Map<string, Load>> {
  const rows = await db.$queryRaw<({ id: string } & Load)[]>`
    SELECT c."id", count(*)::int AS "open", (count(*) FILTER (WHERE r."score" > c."appetite"))::int AS "beyond"
    FROM "Risk" r JOIN "RiskCategory" c ON c."id" = r."categoryId"
    WHERE r."workspaceId" = ${workspaceId} AND r."state" <> 'closed' GROUP BY c."id"`
  return new Map(rows.map(({ id, open, beyond }) => [id, { open, beyond }]))
}

/** All risks of the one are the other's from now on, closed ones too; returns their ids. */
export async function moveRisks(db: Db, from: string, into: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE "Risk" SET "categoryId" = ${into}, "version" = "version" + 1 WHERE "categoryId" = ${from} RETURNING "id"`
  return rows.map(({ id }) => id)
}
