import type { Db } from '../../../../database/types.ts'
import { Prisma } from '../../../../generated/client.ts'

type Search = { terms: readonly string[]; ownerIds: readonly string[]; cycleId: string | null }

/** The ids of the reviewed objectives in which every one of these stands, wherever: in the title, a part or a grade's reason. */
export async function reviewsWith(
  db: Db,
  workspaceId: string,
  { terms, ownerIds, cycleId }: Search,
): Promise<string[]> {
  const patterns = terms.map((term) => `%${term.replace(/[\\%_]/g, '\\$&')}%`)
  const ofCycle = cycleId ? Prisma.sql`AND o."cycleId" = ${cycleId}` : Prisma.empty
  const ofOwners = ownerIds.length > 0 ? Prisma.sql`AND o."ownerId" = ANY(${[...ownerIds]})` : Prisma.empty
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o."id" FROM "OkrReview" r JOIN "OkrObjective" o ON o."id" = r."objectiveId"
    WHERE r."workspaceId" = ${workspaceId} ${ofCycle} ${ofOwners} AND concat_ws(E'\n',
      o."title", r."problems", array_to_string(r."whys", E'\n'), r."lessons", r."next",
      (SELECT string_agg(k."gradeReason", E'\n') FROM "OkrKeyResult" k WHERE k."objectiveId" = o."id")
    ) ILIKE ALL (${patterns}::text[])`
  return rows.map(({ id }) => id)
}
