import type { Db } from '../../../../database/types.ts'
import type { Asking } from '../../../../flow.ts'
import { onlyVisible } from '../../sight.ts'
import { type Cycle, cycleById } from '../../store/cycles.ts'

/** Until this transaction ends nobody changes anything in it; whoever does already is waited for. */
export async function lockCycleAlone(db: Db, workspaceId: string, id: string): Promise<Cycle | null> {
  await db.$queryRaw`SELECT 1 FROM "OkrCycle" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR UPDATE`
  return cycleById(db, workspaceId, id)
}

/** How many objectives of each cycle the asker may see. */
export async function countOf(ctx: Asking, cycles: readonly Cycle[]): Promise<Map<string, number>> {
  const rows = await ctx.db.okrObjective.findMany({
    where: { cycleId: { in: cycles.map(({ id }) => id) }, archivedAt: null },
    select: {
      ...{ id: true, cycleId: true, workspaceId: true, isPrivate: true, ownerId: true },
      keyResults: { select: { ownerId: true, archivedAt: true } },
    },
  })
  const counts = new Map<string, number>()
  for (const { cycleId } of await onlyVisible(ctx.db, ctx.actor, rows))
    counts.set(cycleId, (counts.get(cycleId) ?? 0) + 1)
  return counts
}

export const unreviewedIn = (db: Db, cycleId: string): Promise<number> =>
  db.okrObjective.count({ where: { cycleId, archivedAt: null, review: null } })
