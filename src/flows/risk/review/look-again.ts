import type { Asking, Context } from '../../../flow.ts'
import type { Risk } from '../store/risks.ts'
import { redrawRounds } from './draw-round.ts'
import { settleOverdue } from './overdue.ts'
import { ensureRounds } from './plan-round.ts'

/** Something about a risk is other than before: what was asked, what goes up and who is asked next follow it. */
export async function lookAgain(ctx: Context & Partial<Pick<Asking, 'actor'>>, { id, ownerId }: Risk): Promise<void> {
  const actions = await ctx.db.riskAction.findMany({ where: { riskId: id }, select: { ownerId: true } })
  const ids = [...new Set([ownerId, ...actions.map((one) => one.ownerId)])].toSorted()
  await settleOverdue(ctx, ids)
  await ensureRounds(ctx, ids)
  await redrawRounds(ctx, id)
}
