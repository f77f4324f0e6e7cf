import type { Db } from '../../../database/types.ts'

type Misses = { memberId: string; missedInARow: number }

/** One more miss in a row for each of these who still take part; returns how many it makes. */
export async function missedAgain(db: Db, standupId: string, memberIds: readonly string[]): Promise<Misses[]> {
  if (memberIds.length === 0) return []
  return db.standupParticipant.updateManyAndReturn({
    where: { standupId, memberId: { in: [...memberIds] } },
    data: { missedInARow: { increment: 1 } },
    select: { memberId: true, missedInARow: true },
  })
}

export async function missedNoMore(db: Db, standupId: string, memberId: string): Promise<void> {
  await db.standupParticipant.updateMany({ where: { standupId, memberId }, data: { missedInARow: 0 } })
}

/** A miss that was none after all. */
export async function missedOneLess(db: Db, standupId: string, memberId: string): Promise<void> {
  await db.standupParticipant.updateMany({
    where: { standupId, memberId, missedInARow: { gt: 0 } },
    data: { missedInARow: { decrement: 1 } },
  })
}

export async function takeOutParticipants(db: Db, standupId: string, memberIds: readonly string[]): Promise<void> {
  await db.standupParticipant.deleteMany({ where: { standupId, memberId: { in: [...memberIds] } } })
}

type Joining = { memberIds: readonly string[]; joinedAt: Date }

export async function putInParticipants(db: Db, standupId: string, { memberIds, joinedAt }: Joining): Promise<void> {
  await db.standupParticipant.createMany({
    data: memberIds.map((memberId) => ({ standupId, memberId, joinedAt })),
    skipDuplicates: true,
  })
}
