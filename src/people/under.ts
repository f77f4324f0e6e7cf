import type { Db, Member } from '../database/types.ts'

/** The member and everybody below them, however deep; circles end. */
export async function underOf(db: Db, { id, workspaceId }: Pick<Member, 'id' | 'workspaceId'>): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE below AS (
      SELECT "id" FROM "Member" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId}
      UNION
      SELECT "Member"."id" FROM "Member" JOIN below ON "Member"."managerId" = below."id"
      WHERE "Member"."workspaceId" = ${workspaceId}
    ) SELECT "id" FROM below`
  return new Set(rows.map((row) => row.id))
}
