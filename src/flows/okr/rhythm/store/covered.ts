import type { Db } from '../../../../database/types.ts'

/** For whom one of these may stand in, directly or for somebody who stands in for them. */
export async function coveredBy(db: Db, workspaceId: string, memberIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE covered AS (
      SELECT "id" FROM "Member" WHERE "workspaceId" = ${workspaceId} AND (
        "backupId" = ANY(${[...memberIds]}::text[])
        OR EXISTS (SELECT 1 FROM "Absence" a WHERE a."memberId" = "Member"."id" AND a."backupId" = ANY(${[...memberIds]}::text[])))
      UNION
      SELECT m."id" FROM "Member" m JOIN covered ON m."backupId" = covered."id" WHERE m."workspaceId" = ${workspaceId}
    ) SELECT "id" FROM covered`
  return rows.map(({ id }) => id)
}
