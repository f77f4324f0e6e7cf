import { record } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { giveTime, stopClocks } from './clockwork.ts'
import { redraw } from './redraw.ts'
import { changeEscalation, type Escalation, lockByWhich, type Which } from './store/escalations.ts'

/** Whether it was this member who took it; if not, the escalation tells who has it or that it is resolved. */
export type Taking = { won: boolean; escalation: Escalation }

/** Somebody takes it: the walk stops. Null when nothing was ever opened for this subject. */
export async function acknowledge(ctx: Context, which: Which, by: Member): Promise<Taking | null> {
  const escalation = await lockByWhich(ctx.db, ctx.workspace, which)
  return escalation && takeHold(ctx, escalation, by)
}

/** The first one who holds the row wins. */
export async function takeHold(ctx: Context, escalation: Escalation, by: Member): Promise<Taking> {
  if (escalation.state !== 'open') return { won: false, escalation }

  await stopClocks(ctx, escalation)
  const held = await giveTime(ctx, await setHolder(ctx, escalation, by.id))
  const { id, step, round } = held
  await record(ctx, {
    action: 'escalation.acknowledged',
    subject: `escalation:${id}`,
    detail: { by: by.id, step, round },
  })
  await redraw(ctx, held)
  return { won: true, escalation: held }
}

export const setHolder = (ctx: Context, escalation: Escalation, holderId: string): Promise<Escalation> =>
  changeEscalation(ctx.db, escalation, {
    state: 'acknowledged',
    holderId,
    acknowledgedAt: toDate(ctx.now),
    progressAt: null,
    snoozedUntil: null,
    snoozedById: null,
  })

/** Something was done about it: whoever has it is given the policy's time again. */
export async function progress(ctx: Context, which: Which): Promise<Escalation | null> {
  const escalation = await lockByWhich(ctx.db, ctx.workspace, which)
  if (escalation?.state !== 'acknowledged') return escalation

  const moved = await changeEscalation(ctx.db, escalation, { progressAt: toDate(ctx.now) })
  await record(ctx, { action: 'escalation.progressed', subject: `escalation:${moved.id}` })
  return giveTime(ctx, moved)
}
