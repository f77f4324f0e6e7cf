import type { Db } from '../../../../database/types.ts'

/** The ids of objectives with a key result that follows one of these KPIs, in the order of the ids. */
export async function objectivesFollowing(db: Db, workspaceId: string, keys: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ objectiveId: string }[]>`
    SELECT DISTINCT "objectiveId" FROM "OkrKeyResult"
    WHERE "workspaceId" = ${workspaceId} AND "archivedAt" IS NULL AND lower(trim("kpi")) = ANY(${[...keys]}::text[])
    ORDER BY "objectiveId"`
  return rows.map(({ objectiveId }) => objectiveId)
}
