import type { Context } from '../flow.ts'
import { inBoth, type Opening } from './open.ts'
import { redraw } from './redraw.ts'
import { changeEscalation, type Escalation, lockByWhich, type Which } from './store/escalations.ts'

/** What it is about is shown in another way from now on, and wherever it was told. Null when nothing was ever opened. */
export async function recard(ctx: Context, which: Which, card: Opening['card']): Promise<Escalation | null> {
  const escalation = await lockByWhich(ctx.db, ctx.workspace, which)
  if (!escalation) return null

  const changed = await changeEscalation(ctx.db, escalation, { cards: inBoth(card) })
  await redraw(ctx, changed)
  return changed
}
