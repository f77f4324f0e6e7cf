import type { Db } from '../../../../database/types.ts'
import type { Prisma } from '../../../../generated/client.ts'
import type { KeyResultWithObjective } from '../../store/objectives.ts'

const LIVE = { archivedAt: null, objective: { archivedAt: null, cycle: { closedAt: null } } } as const
const WITH_OBJECTIVE = {
  objective: { include: { cycle: true, keyResults: { orderBy: { number: 'asc' } } } },
} as const satisfies Prisma.OkrKeyResultInclude

/** The live key results of these members in open cycles. */
export async function liveOf(
  db: Db,
  workspaceId: string,
  ownerIds: readonly string[],
): Promise<KeyResultWithObjective[]> {
  const where = { workspaceId, ...LIVE, ownerId: { in: [...ownerIds] } }
  const found = await db.okrKeyResult.findMany({ where, include: WITH_OBJECTIVE, orderBy: { number: 'asc' } })
  return found as KeyResultWithObjective[]
}

/** Live ones of anybody whose title has these words in it. */
export async function liveNamed(db: Db, workspaceId: string, text: string): Promise<KeyResultWithObjective[]> {
  const where = { workspaceId, ...LIVE, title: { contains: text, mode: 'insensitive' as const } }
  const found = await db.okrKeyResult.findMany({ where, include: WITH_OBJECTIVE, orderBy: { number: 'asc' }, take: 50 })
  return found as KeyResultWithObjective[]
}

/** Which of these are due: a turn of theirs is open. */
export async function dueAmong(db: Db, keyResultIds: readonly string[]): Promise<Set<string>> {
  const where = { keyResultId: { in: [...keyResultIds] }, state: 'asked' }
  return new Set((await db.okrTurn.findMany({ where, select: { keyResultId: true } })).map((one) => one.keyResultId))
}

/** Whose backup this member is while they are away on the date. */
export async function awayFor(db: Db, memberId: string, date: Date): Promise<string[]> {
  const away = { some: { fromDate: { lte: date }, toDate: { gte: date } } }
  const rows = await db.member.findMany({
    where: {
      OR: [
        { backupId: memberId, absences: away },
        { absences: { some: { backupId: memberId, fromDate: { lte: date }, toDate: { gte: date } } } },
      ],
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
