import type { Db } from '../../../database/types.ts'
import type { Prisma } from '../../../generated/client.ts'

const WHOLE = {
  questions: { where: { retiredAt: null }, orderBy: { position: 'asc' } },
  participants: { orderBy: [{ joinedAt: 'asc' }, { memberId: 'asc' }] },
} satisfies Prisma.StandupInclude

/** A stand-up with the questions in force and who takes part, the longest first. */
export type Standup = Prisma.StandupGetPayload<{ include: typeof WHOLE }>
export type Question = Standup['questions'][number]

export const standupById = (db: Db, workspaceId: string, id: string): Promise<Standup | null> =>
  db.standup.findFirst({ where: { id, workspaceId }, include: WHOLE })

/** Until this transaction ends, nobody else changes this stand-up. */
export async function lockStandup(db: Db, workspaceId: string, id: string): Promise<Standup | null> {
  await db.$queryRaw`SELECT "id" FROM "Standup" WHERE "id" = ${id} FOR UPDATE`
  return standupById(db, workspaceId, id)
}

/** All that have not been deleted, by name. */
export const standupsOf = (db: Db, workspaceId: string): Promise<Standup[]> =>
  db.standup.findMany({
    where: { workspaceId, state: { not: 'deleted' } },
    include: WHOLE,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

/** Those in which this member takes part or leads, by name. */
export const standupsOfMember = (db: Db, workspaceId: string, memberId: string): Promise<Standup[]> =>
  db.standup.findMany({
    where: {
      workspaceId,
      state: { not: 'deleted' },
      OR: [{ leadId: memberId }, { participants: { some: { memberId } } }],
    },
    include: WHOLE,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

export const standupsInChannel = (db: Db, workspaceId: string, channelId: string): Promise<Standup[]> =>
  db.standup.findMany({ where: { workspaceId, channelId, state: { not: 'deleted' } }, include: WHOLE })

/** Two people cannot give one name at the same moment: the second waits here for the first. */
export async function holdNames(db: Db, workspaceId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`standup names ${workspaceId}`}))`
}

export const standupNamed = (db: Db, workspaceId: string, name: string): Promise<{ id: string } | null> =>
  db.standup.findFirst({
    where: { workspaceId, name: { equals: name, mode: 'insensitive' }, state: { not: 'deleted' } },
    select: { id: true },
  })
