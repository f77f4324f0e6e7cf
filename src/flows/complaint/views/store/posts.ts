import type { Card } from '../../../../chat/card.ts'
import type { Db } from '../../../../database/types.ts'

export type Posted = { key: string; card: Card }

/** What stands in this complaint's name in the channel and with those who own or owned it. */
export async function postsOf(db: Db, workspaceId: string, id: string): Promise<Posted[]> {
  const [card, owner] = [`complaint/${id}/card`, `complaint/${id}/owner/`]
  // A range that holds every id in any collation, so that the index finds it.
  return db.$queryRaw<Posted[]>`
    SELECT "key", "card" FROM "Post" WHERE "workspaceId" = ${workspaceId}
      AND ("key" = ${card} OR ("key" > ${owner} AND "key" < ${`${owner}zz`} AND starts_with("key", ${owner})))`
}

/** What stands in channels about it besides its card: the story, and whatever else was said under it. */
export async function postsUnderCard(db: Db, workspaceId: string, id: string): Promise<Posted[]> {
  const [all, card] = [`complaint/${id}/`, `complaint/${id}/card`]
  return db.$queryRaw<Posted[]>`
    SELECT "key", "card" FROM "Post" WHERE "workspaceId" = ${workspaceId}
      AND "key" > ${all} AND "key" < ${`${all}zz`} AND starts_with("key", ${all})
      AND "place" LIKE 'channel:%' AND "key" <> ${card} ORDER BY "id"`
}
