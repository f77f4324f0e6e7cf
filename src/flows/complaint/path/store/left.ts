import type { Db } from '../../../../database/types.ts'

/** What has not ended and belongs to somebody who has left. */
export const leftWithNobody = (db: Db, workspaceId: string): Promise<{ id: string; ownerId: string }[]> =>
  db.$queryRaw`
    SELECT c."id", c."ownerId" FROM "Complaint" c JOIN "Member" m ON m."id" = c."ownerId"
    WHERE c."workspaceId" = ${workspaceId} AND m."leftAt" IS NOT NULL
      AND c."state" NOT IN ('closed', 'merged', 'withdrawn')
    ORDER BY c."id"`
