import type { Db } from '../../../../database/types.ts'

/** The numbers along the circle that would close if the child stood below that parent, from the child up; null without one. */
export async function circleThrough(
  db: Db,
  { parentId, childId }: { parentId: string; childId: string },
): Promise<number[] | null> {
  const above = await db.$queryRaw<{ id: string; number: number }[]>`
    WITH RECURSIVE above AS (
      SELECT "id", "number", "parentId", 1 AS depth FROM "OkrObjective" WHERE "id" = ${parentId}
      UNION ALL
      SELECT o."id", o."number", o."parentId", depth + 1 FROM "OkrObjective" o JOIN above ON o."id" = above."parentId"
      WHERE above."id" <> ${childId} AND depth < 1000
    ) SELECT "id", "number" FROM above ORDER BY depth`
  const at = above.findIndex(({ id }) => id === childId)
  const child = above[at]
  return child ? [child.number, ...above.slice(0, at).map(({ number }) => number)] : null
}

/** Until this transaction ends nobody else puts one objective below another: no two close a circle together. */
export async function holdAlignment(db: Db, workspaceId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`okr alignment ${workspaceId}`}))`
}

export const numberOf = async (db: Db, id: string): Promise<number | null> =>
  (await db.okrObjective.findUnique({ where: { id }, select: { number: true } }))?.number ?? null
