import type { Db, Member } from '../../../../database/types.ts'

/** Whoever owns something live in an open cycle, or follows something. */
export async function involvedIn(db: Db, workspaceId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o."ownerId" AS id FROM "OkrObjective" o JOIN "OkrCycle" c ON c."id" = o."cycleId"
    WHERE o."workspaceId" = ${workspaceId} AND o."archivedAt" IS NULL AND c."closedAt" IS NULL
    UNION
    SELECT k."ownerId" FROM "OkrKeyResult" k JOIN "OkrObjective" o ON o."id" = k."objectiveId"
      JOIN "OkrCycle" c ON c."id" = o."cycleId"
    WHERE k."workspaceId" = ${workspaceId} AND k."archivedAt" IS NULL AND o."archivedAt" IS NULL AND c."closedAt" IS NULL
    UNION
    SELECT "memberId" FROM "OkrFollow" WHERE "workspaceId" = ${workspaceId}`
  return rows.map(({ id }) => id)
}

/** Of these the colleagues for whom no round is planned. */
export async function unplanned(db: Db, workspaceId: string): Promise<Member[]> {
  const ids = await involvedIn(db, workspaceId)
  if (ids.length === 0) return []
  const where = { workspaceId, kind: 'okr.round', firedAt: null, cancelledAt: null }
  const planned = new Set((await db.timer.findMany({ where, select: { subject: true } })).map(({ subject }) => subject))
  const missing = ids.filter((id) => !planned.has(id))
  if (missing.length === 0) return []
  return db.member.findMany({ where: { workspaceId, id: { in: missing }, kind: 'person', leftAt: null } })
}
