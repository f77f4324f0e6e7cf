import { toDateColumn } from '../../../calendar/instant.ts'
import type { Context } from '../../../flow.ts'
import type { Person } from '../../../people/around.ts'

/** For so long after its last day a cycle's reviews are asked for. */
const ASKED_FOR_DAYS = 31

/**
 * The ids of the objectives that wait for a review since their cycle has ended, by whoever owns them; each is there once,
 * as it is told from then on.
 */
export async function reviewsDue(
  { db, workspace }: Context,
  people: readonly Person[],
): Promise<Map<string, string[]>> {
  const found = await db.okrObjective.findMany({
    where: {
      ...{ workspaceId: workspace.id, archivedAt: null, review: null },
      OR: people.map(({ id, today }) => ({
        ...{ ownerId: id, OR: [{ reviewToldId: null }, { NOT: { reviewToldId: id } }] },
        cycle: { endsOn: { lt: toDateColumn(today), gte: toDateColumn(today.subtract({ days: ASKED_FOR_DAYS })) } },
      })),
    },
    select: { id: true, ownerId: true },
    orderBy: { number: 'asc' },
  })
  if (found.length === 0) return new Map()
  const ids = found.map(({ id }) => id)
  await db.$executeRaw`UPDATE "OkrObjective" SET "reviewToldId" = "ownerId" WHERE "id" = ANY(${ids}::text[])`
  const due = new Map<string, string[]>()
  for (const { id, ownerId } of found) due.set(ownerId, [...(due.get(ownerId) ?? []), id])
  return due
}
