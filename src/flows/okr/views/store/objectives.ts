import type { Db } from '../../../../database/types.ts'
import type { Asking } from '../../../../flow.ts'
import type { Prisma } from '../../../../generated/client.ts'
import { onlyVisible, type Seen } from '../../sight.ts'
import { alike } from '../../store/alike.ts'
import { type Objective, objectivesBy } from '../../store/objectives.ts'
import type { Filters } from '../filters.ts'

export type Candidate = Seen & { id: string; number: number; cycleId: string; parentId: string | null }

/** The ids of those that are meant and that the asker may see, newest cycle first; few words with the database. */
export async function candidatesFor(ctx: Asking, filters: Filters, cycleId: string | null): Promise<string[]> {
  const where = whereOf(ctx, filters, cycleId)
  const rows = await ctx.db.okrObjective.findMany({
    where,
    select: { id: true, workspaceId: true, isPrivate: true, ownerId: true },
    orderBy: [{ cycle: { startsOn: 'desc' } }, { number: 'asc' }],
  })
  return (await onlyVisible(ctx.db, ctx.actor, await withOwners(ctx.db, rows))).map(({ id }) => id)
}

/** In the order of the ids. */
export async function objectivesOf(db: Db, workspaceId: string, ids: readonly string[]): Promise<Objective[]> {
  const found = await objectivesBy(db, { workspaceId, id: { in: [...ids] } })
  const byId = new Map(found.map((one) => [one.id, one]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The live ones of a cycle that the asker may see. */
export async function visibleIn(ctx: Asking, cycleId: string): Promise<Objective[]> {
  const where = { workspaceId: ctx.workspace.id, cycleId, archivedAt: null }
  return onlyVisible(ctx.db, ctx.actor, await objectivesBy(ctx.db, where))
}

type Row = Omit<Seen, 'keyResults'> & { id: string }

/** Owners of key results matter only for what is private. */
async function withOwners<One extends Row>(db: Db, rows: readonly One[]): Promise<(One & Seen)[]> {
  const hidden = rows.filter(({ isPrivate }) => isPrivate).map(({ id }) => id)
  const owners =
    hidden.length === 0
      ? []
      : await db.okrKeyResult.findMany({
          where: { objectiveId: { in: hidden } },
          select: { objectiveId: true, ownerId: true, archivedAt: true },
        })
  return rows.map((row) => ({ ...row, keyResults: owners.filter(({ objectiveId }) => objectiveId === row.id) }))
}

function whereOf(
  { workspace, actor }: Asking,
  filters: Filters,
  cycleId: string | null,
): Prisma.OkrObjectiveWhereInput {
  const { who, ownerIds, team, text } = filters
  const ids = who === 'mine' ? [actor.id] : ownerIds
  const ofThese: Prisma.OkrObjectiveWhereInput = {
    OR: [{ ownerId: { in: [...ids] } }, { keyResults: { some: { ownerId: { in: [...ids] }, archivedAt: null } } }],
  }
  const contains = { contains: text ?? '', mode: 'insensitive' as const }
  return {
    workspaceId: workspace.id,
    archivedAt: null,
    ...(cycleId ? { cycleId } : { cycle: { closedAt: null } }),
    AND: [
      ...(who === 'all' ? [] : [ofThese]),
      ...(team ? [{ team: alike(team) }] : []),
      ...(text ? [{ OR: [{ title: contains }, { keyResults: { some: { title: contains } } }] }] : []),
    ],
  }
}
