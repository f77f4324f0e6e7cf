import type { Context } from '../../../flow.ts'
import { piecesOf } from '../../../lists/pieces.ts'
import { reviseAll } from '../../../outbox/say.ts'
import { drawRounds } from './draw-round.ts'
import { roundKey, roundsAbout } from './store/rounds.ts'

/** For so long what was asked shows that it was answered. */
const REDRAWN_DAYS = 14

/** Rounds at a time, as each may speak of many key results. */
const AT_ONCE = 50

/** Whoever was asked about these key results, or for these objectives' reviews, sees that it is done. */
export async function redrawRounds(ctx: Context, ids: readonly string[]): Promise<void> {
  const since = ctx.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: REDRAWN_DAYS })
  for (const rounds of piecesOf(await roundsAbout(ctx, ids, since), AT_ONCE)) {
    const cards = await drawRounds(ctx, rounds)
    await reviseAll(
      ctx,
      cards.map(({ round, card }) => ({ key: roundKey(round), card })),
    )
  }
}
