import type { Db } from '../../../../database/types.ts'

/** Another complaint that this one has to do with. */
export type Relative = {
  id: string
  workspaceId: string
  number: number
  confidential: boolean
  ownerId: string
  namedIds: string[]
  how: 'into' | 'merged-in' | 'linked'
}

/** What it was merged into, what was merged into it, and what it is linked with. */
export const relativesOf = (db: Db, { id }: { id: string }): Promise<Relative[]> => relativesOfAll(db, [id])

/** The same for many: of which one each is. */
export function relativesOfAll(db: Db, complaintIds: readonly string[]): Promise<(Relative & { ofId: string })[]> {
  const ids = [...complaintIds]
  return db.$queryRaw<(Relative & { ofId: string })[]>`
    SELECT r."ofId", c."id", c."workspaceId", c."number", c."confidential", c."ownerId", c."namedIds", r."how" FROM (
      SELECT "id" AS "ofId", "mergedIntoId" AS "id", 'into' AS "how" FROM "Complaint" WHERE "id" = ANY(${ids}::text[])
      UNION SELECT "mergedIntoId", "id", 'merged-in' FROM "Complaint" WHERE "mergedIntoId" = ANY(${ids}::text[])
      UNION SELECT "oneId", "otherId", 'linked' FROM "ComplaintLink" WHERE "oneId" = ANY(${ids}::text[])
      UNION SELECT "otherId", "oneId", 'linked' FROM "ComplaintLink" WHERE "otherId" = ANY(${ids}::text[])
    ) r JOIN "Complaint" c ON c."id" = r."id" ORDER BY r."how", c."number"`
}

/** False when they were linked already; both ways are one row. */
export async function addLink(
  db: Db,
  ids: readonly [string, string],
  { at, byId }: { at: Date; byId: string },
): Promise<boolean> {
  const [oneId = '', otherId = ''] = ids.toSorted()
  const { count } = await db.complaintLink.createMany({
    data: [{ oneId, otherId, at, byId }],
    skipDuplicates: true,
  })
  return count === 1
}
