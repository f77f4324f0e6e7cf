import { toDate } from '../../../calendar/instant.ts'
import type { Asking, Context } from '../../../flow.ts'
import { reviseAll } from '../../../outbox/say.ts'
import type { KeyResultWithObjective } from '../store/objectives.ts'
import { drawRounds } from './draw-round.ts'
import { settleOverdue } from './overdue.ts'
import { roundKey, roundsAbout } from './store/rounds.ts'

/** For so long what was asked shows that it was answered. */
const REDRAWN_DAYS = 14

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
  const since = ctx.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: REDRAWN_DAYS })
  const rounds = await roundsAbout(ctx, id, since)
  if (rounds.length === 0) return
  const cards = await drawRounds(ctx, rounds)
  await reviseAll(
    ctx,
    cards.map(({ round, card }) => ({ key: roundKey(round), card })),
  )
}
