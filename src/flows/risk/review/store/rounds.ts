import { toDateColumn } from '../../../../calendar/instant.ts'
import type { Db, Member } from '../../../../database/types.ts'
import type { Context } from '../../../../flow.ts'
import type { RiskRound } from '../../../../generated/client.ts'

/** What a round spoke of, by id; `risks` are all that any of it is about. */
export type Told = {
  reviews: readonly string[]
  actions: readonly string[]
  /** Acceptances whose end is near. */
  ending: readonly string[]
  risks: readonly string[]
}
export type Round = { memberId: string; date: string; readerId: string; told: Told }

export const roundKey = ({ memberId, date }: Pick<Round, 'memberId' | 'date'>): string =>
  `risk/round/${memberId}/${date}`

/** Says whether it is the first one of its day. */
export async function addRound(ctx: Context, { date, ...round }: Round): Promise<boolean> {
  const row = { ...round, date: new Date(`${date}T00:00:00Z`), workspaceId: ctx.workspace.id }
  const data = JSON.parse(JSON.stringify([row]))
  return (await ctx.db.riskRound.createMany({ data, skipDuplicates: true })).count === 1
}

/** For so long what was asked shows that it was answered. */
const REDRAWN_DAYS = 30

export async function roundsAbout(ctx: Context, riskId: string): Promise<Round[]> {
  const since = toDateColumn(ctx.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: REDRAWN_DAYS }))
  const rows = await ctx.db.$queryRaw<RiskRound[]>`
    SELECT * FROM "RiskRound" WHERE "workspaceId" = ${ctx.workspace.id} AND "date" >= ${since}
      AND "told" -> 'risks' ? ${riskId}`
  return rows.map(({ memberId, readerId, date, told }) => ({
    ...{ memberId, readerId, date: date.toISOString().slice(0, 10), told: told as unknown as Told },
  }))
}

/** Of these, or of all, whoever has something that will be asked about. */
export async function involved(db: Db, workspaceId: string, among?: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM (
      SELECT "ownerId" AS "id" FROM "Risk" r WHERE r."workspaceId" = ${workspaceId} AND r."state" <> 'closed'
        AND (r."nextReviewOn" IS NOT NULL OR EXISTS (
          SELECT 1 FROM "RiskAcceptance" a WHERE a."riskId" = r."id" AND a."state" = 'accepted'))
      UNION SELECT "ownerId" FROM "RiskAction" WHERE "workspaceId" = ${workspaceId} AND "state" = 'open'
      UNION SELECT "ownerId" FROM "Escalation" WHERE "workspaceId" = ${workspaceId} AND "flow" = 'risk' AND starts_with("subject", 'overdue/')
        AND "state" <> 'resolved'
    ) AS found WHERE ${among === undefined} OR "id" = ANY(${[...(among ?? [])]}::text[])`
  return rows.map(({ id }) => id)
}

/** Of these the colleagues for whom no round is planned. */
export async function unplanned(db: Db, workspaceId: string, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return []
  const where = { workspaceId, kind: 'risk.round', firedAt: null, cancelledAt: null }
  const planned = new Set((await db.timer.findMany({ where, select: { subject: true } })).map(({ subject }) => subject))
  const missing = ids.filter((id) => !planned.has(id))
  if (missing.length === 0) return []
  return db.member.findMany({ where: { workspaceId, id: { in: missing }, kind: 'person', leftAt: null } })
}
