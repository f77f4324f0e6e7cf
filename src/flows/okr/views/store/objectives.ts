import type { Db } from '../../../../database/types.ts'
import type { Reader } from '../../../../flow.ts'
import type { Prisma } from '../../../../generated/client.ts'
import { groupBy } from '../../../../lists/group-by.ts'
import { type Seen, thereFor } from '../../sight.ts'
import { alike } from '../../store/alike.ts'
import { type Objective, objectivesBy } from '../../store/objectives.ts'
import type { Filters } from '../filters.ts'

/** An objective as far as it is needed of very many. */
export type Candidate = Pick<Objective, 'id' | 'cycleId' | 'parentId' | 'team' | 'every' | 'day'> & Seen

/** Those that are meant and that the reader may see, newest cycle first; few words with the database. */
export async function candidatesFor(ctx: Reader, filters: Filters, cycleId: string | null): Promise<Candidate[]> {
  const where = whereOf(ctx, filters, cycleId)
  const select = {
    ...{ id: true, workspaceId: true, isPrivate: true, ownerId: true },
    ...{ cycleId: true, parentId: true, team: true, every: true, day: true },
  }
  const orderBy = [{ cycle: { startsOn: 'desc' as const } }, { number: 'asc' as const }]
  const rows = await ctx.db.okrObjective.findMany({ where, select, orderBy })
  return thereFor(ctx, await withOwners(ctx.db, rows))
}

/** The whole of these, in their order. */
export async function objectivesOf(
  db: Db,
  workspaceId: string,
  wanted: readonly Pick<Candidate, 'id'>[],
): Promise<Objective[]> {
  const found = await objectivesBy(db, { workspaceId, id: { in: wanted.map(({ id }) => id) } })
  const byId = new Map(found.map((one) => [one.id, one]))
  return wanted.flatMap(({ id }) => byId.get(id) ?? [])
}

type Row = Omit<Seen, 'keyResults'> & { id: string }

/** Owners of key results matter only for what is private. */
async function withOwners<One extends Row>(db: Db, rows: readonly One[]): Promise<(One & Seen)[]> {
  const hidden = rows.filter(({ isPrivate }) => isPrivate).map(({ id }) => id)
  const select = { objectiveId: true, ownerId: true, archivedAt: true }
  const found =
    hidden.length === 0 ? [] : await db.okrKeyResult.findMany({ where: { objectiveId: { in: hidden } }, select })
  const owners = groupBy(found, ({ objectiveId }) => objectiveId)
  return rows.map((row) => ({ ...row, keyResults: owners.get(row.id) ?? [] }))
}

function whereOf(
  { workspace, actor }: Reader,
  filters: Filters,
  cycleId: string | null,
): Prisma.OkrObjectiveWhereInput {
  const { who, ownerIds, team, text } = filters
  const ids = who === 'mine' ? (actor ? [actor.id] : []) : ownerIds
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
