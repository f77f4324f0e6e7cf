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
  await redrawRounds(ctx, id)
}
