import { toDate } from '../../../calendar/instant.ts'
import type { Asking, Context } from '../../../flow.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { settleOverdue } from './overdue.ts'
import { redrawRounds } from './redraw-rounds.ts'

/** Somebody has checked in: nobody needs to be asked for it any more, and whoever was sees that it is done. */
export async function afterCheckIn(
  ctx: Context & Partial<Pick<Asking, 'actor'>>,
  { id, objective }: KeyResultWithObjective,
): Promise<void> {
  const ended = await ctx.db.okrTurn.updateMany({
    where: { keyResultId: id, state: 'asked' },
    data: { state: 'done', endedAt: toDate(ctx.now) },
  })
  if (ended.count > 0) await settleOverdue(ctx, objective.ownerId)
  await redrawRounds(ctx, [id])
}

/** The same for many at once; whoever calls it settles what is overdue. */
export async function afterCheckIns(ctx: Context, keyResultIds: readonly string[]): Promise<void> {
  if (keyResultIds.length === 0) return
  await ctx.db.$executeRaw`
    UPDATE "OkrTurn" SET "state" = 'done', "endedAt" = ${toDate(ctx.now)}
    WHERE "keyResultId" = ANY(${[...keyResultIds]}::text[]) AND "state" = 'asked'`
  await redrawRounds(ctx, keyResultIds)
}
