import type { Card } from '../../../../chat/card.ts'
import type { Db } from '../../../../database/types.ts'

export type Posted = { key: string; card: Card }

/** What stands in this complaint's name in the channel and with those who own or owned it. */
export function postsOfAll(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<(Posted & { complaintId: string })[]> {
  // A range that holds every id in any collation, so that the index finds it.
  return db.$queryRaw<(Posted & { complaintId: string })[]>`
    SELECT p."key", p."card", c."id" AS "complaintId" FROM unnest(${[...ids]}::text[]) AS c("id") CROSS JOIN LATERAL (
      SELECT "key", "card" FROM "Post" WHERE "workspaceId" = ${workspaceId} AND "key" = 'complaint/' || c."id" || '/card'
      UNION ALL
      SELECT "key", "card" FROM "Post" WHERE "workspaceId" = ${workspaceId}
        AND "key" > 'complaint/' || c."id" || '/owner/' AND "key" < 'complaint/' || c."id" || '/owner/zz'
        AND starts_with("key", 'complaint/' || c."id" || '/owner/')) p`
}

/** What stands in channels about it besides its card: the story, and whatever else was said under it. */
export async function postsUnderCard(db: Db, workspaceId: string, id: string): Promise<Posted[]> {
  const [all, card] = [`complaint/${id}/`, `complaint/${id}/card`]
  return db.$queryRaw<Posted[]>`
    SELECT "key", "card" FROM "Post" WHERE "workspaceId" = ${workspaceId}
      AND "key" > ${all} AND "key" < ${`${all}zz`} AND starts_with("key", ${all})
      AND "place" LIKE 'channel:%' AND "key" <> ${card} ORDER BY "id"`
}
