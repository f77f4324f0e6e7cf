import { toDate } from '../../../calendar/instant.ts'
import type { Context } from '../../../flow.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'

/** Somebody has checked in: nobody needs to be asked for it any more. */
export async function afterCheckIn(ctx: Context, { id }: KeyResultWithObjective): Promise<void> {
  await ctx.db.okrTurn.updateMany({
    where: { keyResultId: id, state: { in: ['waiting', 'asked'] } },
    data: { state: 'done', endedAt: toDate(ctx.now) },
  })
}
