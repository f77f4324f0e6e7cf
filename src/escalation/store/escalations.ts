import type { Db, Workspace } from '../../database/types.ts'
import type { Prisma, Escalation as Row } from '../../generated/client.ts'
import type { Policy } from '../rules/policy.ts'

export type State = 'open' | 'acknowledged' | 'resolved'
export type Escalation = Omit<Row, 'policy' | 'state'> & { policy: Policy; state: State }

/** What a flow calls it: one escalation for each of its subjects. */
export type Which = { flow: string; subject: string }

/** Holds its row until this transaction ends: whoever changes an escalation or its timers holds it first. */
export async function lockEscalation(db: Db, workspaceId: string, id: string): Promise<Escalation | null> {
  await db.$queryRaw`SELECT 1 FROM "Escalation" WHERE "id" = ${id} AND "workspaceId" = ${workspaceId} FOR UPDATE`
  const row = await db.escalation.findFirst({ where: { id, workspaceId } })
  return row && whole(row)
}

export async function lockByWhich(db: Db, { id: workspaceId }: Workspace, which: Which): Promise<Escalation | null> {
  const found = await findByWhich(db, workspaceId, which)
  return found && lockEscalation(db, workspaceId, found.id)
}

export async function findByWhich(db: Db, workspaceId: string, { flow, subject }: Which): Promise<Escalation | null> {
  const where = { workspaceId_flow_subject: { workspaceId, flow, subject } }
  const row = await db.escalation.findUnique({ where })
  return row && whole(row)
}

export async function escalationById(db: Db, workspaceId: string, id: string): Promise<Escalation | null> {
  const row = await db.escalation.findFirst({ where: { id, workspaceId } })
  return row && whole(row)
}

/** Those that were made; one that is there already, or that another transaction makes at the same moment, is absent. */
export async function createEscalations(
  db: Db,
  data: (Prisma.EscalationCreateManyInput & Which)[],
): Promise<Escalation[]> {
  return (await db.escalation.createManyAndReturn({ data, skipDuplicates: true })).map(whole)
}

export async function changeEscalation(
  db: Db,
  { id }: Pick<Escalation, 'id'>,
  data: Prisma.EscalationUncheckedUpdateInput & { state?: State },
): Promise<Escalation> {
  return whole(await db.escalation.update({ where: { id }, data }))
}

/** Of all, the oldest first. */
export async function unresolved(db: Db, workspaceId: string): Promise<Escalation[]> {
  const where = { workspaceId, state: { not: 'resolved' } }
  return (await db.escalation.findMany({ where, orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] })).map(whole)
}

/** The ids of what is not resolved and is held by this member, or has told them in its present round. */
export async function unresolvedOf(db: Db, workspaceId: string, memberId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Escalation" e WHERE "workspaceId" = ${workspaceId} AND "state" <> 'resolved' AND (
      "holderId" = ${memberId} OR EXISTS (SELECT 1 FROM "EscalationNotice" n WHERE n."escalationId" = e."id"
        AND n."round" = e."round" AND n."memberId" = ${memberId} AND n."outcome" = 'told'))
    ORDER BY "id"`
  return rows.map(({ id }) => id)
}

/** The ids of what has told this channel in its present round and is open. */
export async function openIn(db: Db, workspaceId: string, channelId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Escalation" e WHERE "workspaceId" = ${workspaceId} AND "state" = 'open' AND EXISTS (
      SELECT 1 FROM "EscalationNotice" n WHERE n."escalationId" = e."id" AND n."round" = e."round"
        AND n."place" = ${`channel:${channelId}`} AND n."outcome" = 'told')
    ORDER BY "id"`
  return rows.map(({ id }) => id)
}

/** The ids of what waits for its next step or for progress, and has no timer that would tell: of all, or of this one. */
export async function withoutTimer(db: Db, workspaceId: string, only: string | null = null): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Escalation" e WHERE "workspaceId" = ${workspaceId} AND (${only}::text IS NULL OR "id" = ${only})
      AND (("state" = 'open' AND "exhaustedAt" IS NULL) OR ("state" = 'acknowledged' AND "nextAt" IS NOT NULL))
      AND NOT EXISTS (SELECT 1 FROM "Timer" t WHERE t."workspaceId" = e."workspaceId" AND t."subject" = e."id"
        AND t."kind" = CASE e."state" WHEN 'open' THEN 'escalation.step' ELSE 'escalation.idle' END
        AND t."firedAt" IS NULL AND t."cancelledAt" IS NULL)
    ORDER BY "id"`
  return rows.map(({ id }) => id)
}

const whole = (row: Row): Escalation => ({
  ...row,
  state: row.state as State,
  policy: row.policy as unknown as Policy,
})
