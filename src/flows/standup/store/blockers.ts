import type { Db } from '../../../database/types.ts'
import type { Prisma } from '../../../generated/client.ts'
import { membersByIds } from '../../../people/members.ts'

export type BlockerRow = Prisma.StandupBlockerGetPayload<object>
/** What blocks somebody, with the name of whom. */
export type Blocker = BlockerRow & { who: string }
export type Blockers<One = Blocker> = { ofThisRun: readonly One[]; fromBefore: readonly One[] }

type At = { id: string; standupId: string; openedAt: Date; closedAt: Date | null }

/** What the digest of a run lists: its own blockers, and former ones that were open when it closed. */
export async function blockersFor(db: Db, workspaceId: string, run: At): Promise<Blockers> {
  const rows = await db.standupBlocker.findMany({
    where: {
      standupId: run.standupId,
      OR: [{ runId: run.id }, { openedAt: { lt: run.openedAt }, AND: { OR: openAtTheEndOf(run) } }],
    },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  })
  const blockers = await withNames(db, workspaceId, rows)
  return {
    ofThisRun: blockers.filter((blocker) => blocker.runId === run.id),
    fromBefore: blockers.filter((blocker) => blocker.runId !== run.id),
  }
}

async function withNames(db: Db, workspaceId: string, rows: readonly BlockerRow[]): Promise<Blocker[]> {
  const members = await membersByIds(db, workspaceId, [...new Set(rows.map((row) => row.memberId))])
  const names = new Map(members.map((member) => [member.id, member.name]))
  return rows.map((row) => ({ ...row, who: names.get(row.memberId) ?? '?' }))
}

const openAtTheEndOf = ({ closedAt }: At): Prisma.StandupBlockerWhereInput[] => [
  { resolvedAt: null },
  ...(closedAt ? [{ resolvedAt: { gt: closedAt } }] : []),
]

export const openBlockersOf = (db: Db, standupId: string, memberId: string): Promise<BlockerRow[]> =>
  db.standupBlocker.findMany({
    where: { standupId, memberId, resolvedAt: null },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  })

export type BlockerOfStandup = Prisma.StandupBlockerGetPayload<{
  include: { standup: { include: { participants: true } } }
}>

export const blockersBy = (
  db: Db,
  workspaceId: string,
  which: { id: { in: string[] } } | { number: number },
): Promise<BlockerOfStandup[]> =>
  db.standupBlocker.findMany({
    where: { ...which, standup: { workspaceId } },
    include: { standup: { include: { participants: true } } },
    orderBy: { number: 'asc' },
  })

export const blockerById = async (db: Db, workspaceId: string, id: string): Promise<BlockerOfStandup | null> =>
  (await blockersBy(db, workspaceId, { id: { in: [id] } }))[0] ?? null

/** The open ones of a stand-up, the oldest first, with the names of whom they block. */
export async function openBlockersIn(
  db: Db,
  { workspaceId, standupId }: { workspaceId: string; standupId: string },
): Promise<Blocker[]> {
  const where = { standupId, resolvedAt: null }
  return withNames(db, workspaceId, await db.standupBlocker.findMany({ where, orderBy: { number: 'asc' } }))
}

/** Resolves those that are still open; returns how many that were. */
export async function resolveBlockers(
  db: Db,
  ids: readonly string[],
  { by, at }: { by: string; at: Date },
): Promise<number> {
  if (ids.length === 0) return 0
  const { count } = await db.standupBlocker.updateMany({
    where: { id: { in: [...ids] }, resolvedAt: null },
    data: { resolvedAt: at, resolvedById: by },
  })
  return count
}

type OfAnswer = { runId: string; memberId: string; questionId: string }

/** The blocker that this answer has opened, whether it is open still or not. */
export const blockerOfAnswer = (db: Db, answer: OfAnswer): Promise<BlockerRow | null> =>
  db.standupBlocker.findUnique({ where: { runId_memberId_questionId: answer } })

/** With the next number of the workspace. */
export async function openBlocker(
  db: Db,
  workspaceId: string,
  data: Omit<Prisma.StandupBlockerUncheckedCreateInput, 'number'>,
): Promise<BlockerRow> {
  const counted = { data: { lastBlocker: { increment: 1 } }, select: { lastBlocker: true } }
  const { lastBlocker: number } = await db.workspace.update({ where: { id: workspaceId }, ...counted })
  return db.standupBlocker.create({ data: { ...data, number } })
}

/** Said in other words it is open again. */
export async function rewordBlocker(db: Db, id: string, text: string): Promise<void> {
  await db.standupBlocker.update({ where: { id }, data: { text, resolvedAt: null, resolvedById: null } })
}
