import type { Temporal } from 'temporal-polyfill'
import { toDate, toDateColumn } from '../../../../calendar/instant.ts'
import type { Db } from '../../../../database/types.ts'
import type { Context } from '../../../../flow.ts'
import type { Prisma } from '../../../../generated/client.ts'
import type { Turn } from '../../rules/round.ts'
import type { Stage } from '../../rules/turns.ts'

/** Who is asked, and on which of their dates. */
type Asked = { id: string; on: Temporal.PlainDate }
export type Begun = {
  keyResultId: string
  dueOn: Temporal.PlainDate
  /** Null where nobody needs to be. */
  asked: Asked | null
  /** The turn that they let pass. */
  missed: Turn | null
}

const COLUMN = { nudge: 'nudgedOn', lead: 'leadToldOn', manager: 'escalatedOn' } as const satisfies Record<
  Stage,
  string
>

/** Until this transaction ends nobody else holds rounds in that workspace: what one finds told, no other tells as well. */
export async function holdRounds(db: Db, workspaceId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`okr rounds ${workspaceId}`}))`
}

/** Turns that begin: asked, or skipped; the one before, if it is open still, has been missed, and what came of it goes on. */
export async function beginTurns(ctx: Context, begun: readonly Begun[]): Promise<void> {
  const missed = begun.flatMap((one) => one.missed?.id ?? [])
  if (missed.length > 0) {
    const where = { id: { in: missed }, state: 'asked' }
    await ctx.db.okrTurn.updateMany({ where, data: { state: 'missed', endedAt: toDate(ctx.now) } })
  }
  const data = begun.map(({ keyResultId, dueOn, asked, missed: before }) => ({
    ...{ workspaceId: ctx.workspace.id, keyResultId, dueOn: toDateColumn(dueOn) },
    ...(asked ? { state: 'asked', ...questionTo(asked, before) } : { state: 'skipped', endedAt: toDate(ctx.now) }),
  }))
  if (data.length > 0) await ctx.db.okrTurn.createMany({ data, skipDuplicates: true })
}

function questionTo({ id, on }: Asked, before: Turn | null) {
  const goesOn = before?.askedId === id ? before : null
  const leadId = goesOn?.leadId ?? null
  const told = (stage: Stage) => toColumn(goesOn?.told[stage])
  return {
    ...{ askedId: id, leadId, askedOn: toDateColumn(on), openSince: toColumn(goesOn?.openSince ?? on) },
    ...{ nudgedOn: told('nudge'), leadToldOn: told('lead'), escalatedOn: told('manager') },
  }
}

const toColumn = (date?: Temporal.PlainDate | null): Date | null => (date ? toDateColumn(date) : null)

/** Asked of somebody else from this date on: what was told before does not count. */
export async function askAgain(ctx: Context, ids: readonly string[], asked: Asked): Promise<void> {
  if (ids.length === 0) return
  await ctx.db.okrTurn.updateMany({ where: { id: { in: [...ids] } }, data: questionTo(asked, null) })
}

/** What was told to a former owner of the objective does not count for the present one. */
export async function adoptTurns({ db }: Context, keyResultIds: readonly string[]): Promise<void> {
  if (keyResultIds.length === 0) return
  await db.$executeRaw`
    UPDATE "OkrTurn" t SET "leadId" = o."ownerId", "leadToldOn" = NULL, "escalatedOn" = NULL
    FROM "OkrKeyResult" k JOIN "OkrObjective" o ON o."id" = k."objectiveId"
    WHERE k."id" = t."keyResultId" AND k."id" = ANY(${[...keyResultIds]}::text[]) AND t."state" = 'asked'
      AND t."leadId" IS DISTINCT FROM o."ownerId"`
}

/** What was told of the open turns of these key results, and on which date. */
export async function noteStage(
  { db }: Context,
  keyResultIds: readonly string[],
  { stage, on }: { stage: Stage; on: Temporal.PlainDate },
): Promise<void> {
  if (keyResultIds.length === 0) return
  const where = { keyResultId: { in: [...keyResultIds] }, state: 'asked' }
  await db.okrTurn.updateMany({ where, data: { [COLUMN[stage]]: toDateColumn(on) } })
}

/** Nobody needs to answer what is open about these any more. */
export async function dropTurns({ db, now }: Context, keyResult: Prisma.OkrKeyResultWhereInput): Promise<void> {
  const data = { state: 'skipped', endedAt: toDate(now) }
  await db.okrTurn.updateMany({ where: { keyResult, state: 'asked' }, data })
}
