import { record } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { stopClocks } from './clockwork.ts'
import { redraw } from './redraw.ts'
import { changeEscalation, type Escalation, lockByWhich, type Which } from './store/escalations.ts'

/** What it was about is done, by somebody or by itself: the walk ends. Null when nothing was ever opened. */
export async function resolve(ctx: Context, which: Which, by?: Member): Promise<Escalation | null> {
  const escalation = await lockByWhich(ctx.db, ctx.workspace, which)
  if (!escalation || escalation.state === 'resolved') return escalation

  await stopClocks(ctx, escalation)
  const resolved = await changeEscalation(ctx.db, escalation, {
    state: 'resolved',
    resolvedAt: toDate(ctx.now),
    resolvedById: by?.id ?? null,
    nextAt: null,
    snoozedUntil: null,
    snoozedById: null,
  })
  const detail = { by: by?.id ?? null, step: resolved.step, round: resolved.round }
  await record(ctx, { action: 'escalation.resolved', subject: `escalation:${resolved.id}`, detail })
  await redraw(ctx, resolved)
  return resolved
}
