import type { Db } from '../../../../database/types.ts'

/** Complaints with an unfinished clock that runs in working time now, in the order of their ids. */
export async function complaintsInWorkingTime(
  db: Db,
  workspaceId: string,
  { after, most }: { after: string; most: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT clock."complaintId" AS "id" FROM "ComplaintClock" clock
    CROSS JOIN LATERAL (
      SELECT "time" FROM "ComplaintClockEntry" WHERE "clockId" = clock."id" ORDER BY "id" DESC LIMIT 1) newest
    WHERE clock."workspaceId" = ${workspaceId} AND clock."state" IN ('running', 'paused')
      AND clock."complaintId" > ${after} AND newest."time" = 'working'
    ORDER BY "id" LIMIT ${most}`
  return rows.map(({ id }) => id)
}

export type Held = { id: string; number: number }

/** Locks them all, in the order of their ids, as `lockComplaint` locks one. */
export const holdComplaints = (db: Db, ids: readonly string[]): Promise<Held[]> =>
  db.$queryRaw<Held[]>`
    SELECT "id", "number" FROM "Complaint" WHERE "id" = ANY(${[...ids]}::text[]) ORDER BY "id" FOR NO KEY UPDATE`
