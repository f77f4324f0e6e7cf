import type { Temporal } from 'temporal-polyfill'
import { toDateColumn } from '../../../../calendar/instant.ts'
import type { Db } from '../../../../database/types.ts'
import type { Context } from '../../../../flow.ts'
import type { OkrRound } from '../../../../generated/client.ts'

/** What a round spoke of: key results by id, and what moved, in words. */
export type Told = {
  due: readonly string[]
  remind: readonly string[]
  /** Of the reader's objectives: key results that are somebody else's. */
  lead: readonly string[]
  digest: readonly string[]
  /** Objectives whose cycle has ended, by id. */
  review: readonly string[]
}
const NOTHING: Told = { due: [], remind: [], lead: [], digest: [], review: [] }
export type Round = { memberId: string; date: string; told: Told }

/** Which of these members have had their round on that date already. */
export async function hadRound(
  db: Db,
  members: readonly { id: string; today: Temporal.PlainDate }[],
): Promise<Set<string>> {
  const OR = members.map(({ id, today }) => ({ memberId: id, date: toDateColumn(today) }))
  if (OR.length === 0) return new Set()
  return new Set((await db.okrRound.findMany({ where: { OR }, select: { memberId: true } })).map((one) => one.memberId))
}

export async function addRounds(ctx: Context, rounds: readonly Round[]): Promise<void> {
  const data = rounds.map(({ memberId, date, told }) => ({
    ...{ memberId, date: new Date(`${date}T00:00:00Z`), workspaceId: ctx.workspace.id, told: { ...told } },
  }))
  if (data.length > 0) await ctx.db.okrRound.createMany({ data: JSON.parse(JSON.stringify(data)) })
}

/** The rounds since that date that spoke of these key results, or of these objectives that wait for their review. */
export async function roundsAbout(ctx: Context, ids: readonly string[], since: Temporal.PlainDate): Promise<Round[]> {
  const rows = await ctx.db.$queryRaw<OkrRound[]>`
    SELECT * FROM "OkrRound" WHERE "workspaceId" = ${ctx.workspace.id} AND "date" >= ${toDateColumn(since)}
      AND EXISTS (SELECT 1 FROM jsonb_path_query("told", '$.*[*]') AS said(it)
        WHERE it #>> '{}' IN (SELECT unnest(${[...ids]}::text[])))`
  return rows.map(({ memberId, date, told }) => ({
    memberId,
    date: date.toISOString().slice(0, 10),
    told: { ...NOTHING, ...(told as Partial<Told>) },
  }))
}

export const roundKey = ({ memberId, date }: Pick<Round, 'memberId' | 'date'>): string =>
  `okr/round/${memberId}/${date}`
