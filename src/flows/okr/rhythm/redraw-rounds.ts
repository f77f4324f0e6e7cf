import type { Context } from '../../../flow.ts'
import { reviseAll } from '../../../outbox/say.ts'
import { drawRounds } from './draw-round.ts'
import { roundKey, roundsAbout } from './store/rounds.ts'

/** For so long what was asked shows that it was answered. */
const REDRAWN_DAYS = 14

/** Whoever was asked about this key result, or for this objective's review, sees that it is done. */
export async function redrawRounds(ctx: Context, id: string): Promise<void> {
  const since = ctx.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: REDRAWN_DAYS })
  const rounds = await roundsAbout(ctx, id, since)
  if (rounds.length === 0) return
  const cards = await drawRounds(ctx, rounds)
  await reviseAll(
    ctx,
    cards.map(({ round, card }) => ({ key: roundKey(round), card })),
  )
}
