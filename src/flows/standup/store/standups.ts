import type { Db } from '../../../database/types.ts'
import type { Prisma } from '../../../generated/client.ts'
import type { QuestionKind } from '../question-syntax.ts'

const WHOLE = {
  questions: { where: { retiredAt: null }, orderBy: { position: 'asc' } },
  participants: { orderBy: [{ joinedAt: 'asc' }, { memberId: 'asc' }] },
} satisfies Prisma.StandupInclude

type StandupRow = Prisma.StandupGetPayload<{ include: typeof WHOLE }>
export type Question = Omit<StandupRow['questions'][number], 'kind'> & { kind: QuestionKind }
/** A stand-up with the questions in force and who takes part, the longest first. */
export type Standup = Omit<StandupRow, 'questions'> & { questions: Question[] }

export async function standupById(db: Db, workspaceId: string, id: string): Promise<Standup | null> {
  const row = await db.standup.findFirst({ where: { id, workspaceId }, include: WHOLE })
  return row && whole(row)
}

/** Until this transaction ends, nobody else changes this stand-up; rows that refer to it can still be made. */
export async function lockStandup(db: Db, workspaceId: string, id: string): Promise<Standup | null> {
  await db.$queryRaw`
    SELECT 1 FROM "Standup" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR NO KEY UPDATE`
  return standupById(db, workspaceId, id)
}

/** A stand-up by itself, and whether the asker takes part in it. */
export type Brief = Prisma.StandupGetPayload<object> & { takesPart: boolean }

/** All that have not been deleted, by name, as this member sees them; in one round trip. */
export const standupsFor = (db: Db, workspaceId: string, memberId: string): Promise<Brief[]> =>
  db.$queryRaw<Brief[]>`
    SELECT s.*, EXISTS (
      SELECT 1 FROM "StandupParticipant" p WHERE p."standupId" = s."id" AND p."memberId" = ${memberId}
    ) AS "takesPart"
    FROM "Standup" s WHERE s."workspaceId" = ${workspaceId} AND s."state" <> 'deleted' ORDER BY s."name", s."id"`

export const standupNames = (db: Db, workspaceId: string): Promise<{ id: string; name: string }[]> =>
  db.standup.findMany({
    where: { workspaceId, state: { not: 'deleted' } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

/** Those in which this member takes part or leads, by name. */
export const standupsOfMember = (db: Db, workspaceId: string, memberId: string): Promise<Standup[]> =>
  standupsWhere(db, { workspaceId, OR: [{ leadId: memberId }, { participants: { some: { memberId } } }] })

export const standupsInChannel = (db: Db, workspaceId: string, channelId: string): Promise<Standup[]> =>
  standupsWhere(db, { workspaceId, channelId })

async function standupsWhere(db: Db, where: Prisma.StandupWhereInput): Promise<Standup[]> {
  const rows = await db.standup.findMany({
    where: { ...where, state: { not: 'deleted' } },
    include: WHOLE,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(whole)
}

export const asQuestion = (row: StandupRow['questions'][number]): Question => ({
  ...row,
  kind: row.kind as QuestionKind,
})

const whole = (row: StandupRow): Standup => ({ ...row, questions: row.questions.map(asQuestion) })

/** With the workspace's own number; a single one would be the lock of some timer. */
const NAMES_LOCK = 7_302

/** Two people cannot give one name at the same moment: the second waits here for the first. */
export async function holdNames(db: Db, workspaceId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${NAMES_LOCK}::int, hashtext(${workspaceId}))`
}

export const standupNamed = (db: Db, workspaceId: string, name: string): Promise<{ id: string } | null> =>
  db.standup.findFirst({
    where: { workspaceId, name: { equals: name, mode: 'insensitive' }, state: { not: 'deleted' } },
    select: { id: true },
  })

type State = { state: 'active' | 'paused' | 'deleted'; pausedWhy: string | null }

export async function setState(db: Db, standup: Standup, state: State): Promise<Standup> {
  await db.standup.update({ where: { id: standup.id }, data: state })
  return { ...standup, ...state }
}

export async function setLead(db: Db, id: string, leadId: string): Promise<void> {
  await db.standup.update({ where: { id }, data: { leadId, version: { increment: 1 } } })
}
