import { record } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Context } from '../flow.ts'
import { redraw } from './redraw.ts'
import { changeEscalation, type Escalation, lockByWhich, type Which } from './store/escalations.ts'
import { addNotice } from './store/notices.ts'

/** What it is about is somebody else's now: the steps to come mean that member's chain. Null when nothing was ever opened. */
export async function setOwner(ctx: Context, which: Which, ownerId: string): Promise<Escalation | null> {
  const escalation = await lockByWhich(ctx.db, ctx.workspace, which)
  if (!escalation || escalation.state === 'resolved' || escalation.ownerId === ownerId) return escalation

  await notePassing(ctx, escalation, ownerId)
  const passed = await changeEscalation(ctx.db, escalation, { ownerId })
  const detail = { from: escalation.ownerId, to: ownerId }
  await record(ctx, { action: 'escalation.passed-on', subject: `escalation:${passed.id}`, detail })
  await redraw(ctx, passed)
  return passed
}

/** So that what people were told before still says whose it was then. */
export async function notePassing(ctx: Context, escalation: Escalation, ownerId: string): Promise<void> {
  const { id, round, step, repeat } = escalation
  await addNotice(ctx.db, {
    ...{ escalationId: id, round, step: step ?? 0, repeat, place: `owner:${ownerId}:${ctx.now.epochMilliseconds}` },
    ...{ outcome: 'passed-on', because: 'owner', memberId: ownerId, insteadOfId: escalation.ownerId },
    at: toDate(ctx.now),
  })
}
