import type { Channel, Db, Member } from '../../database/types.ts'

/** By name or e-mail address, in any case. */
export const colleaguesNamed = (db: Db, workspaceId: string, typed: string): Promise<Member[]> =>
  db.$queryRaw<Member[]>`
    SELECT * FROM "Member" WHERE "workspaceId" = ${workspaceId} AND "kind" = 'person' AND "leftAt" IS NULL
      AND (lower("name") = lower(${typed}) OR lower("email") = lower(${typed})) ORDER BY "id"`

/** Those in which we can post, in any case. */
export const channelsNamed = (db: Db, workspaceId: string, typed: string): Promise<Channel[]> =>
  db.$queryRaw<Channel[]>`
    SELECT * FROM "Channel" WHERE "workspaceId" = ${workspaceId} AND "closedAt" IS NULL
      AND lower(ltrim("name", '#')) = lower(ltrim(${typed}, '#')) ORDER BY "id"`
