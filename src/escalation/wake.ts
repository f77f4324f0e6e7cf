import { record } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Context, Due } from '../flow.ts'
import { isDue, stopClocks } from './clockwork.ts'
import { holdEscalation } from './hold.ts'
import { tellFlow } from './news.ts'
import { redraw } from './redraw.ts'
import { changeEscalation, type Escalation } from './store/escalations.ts'
import { tell } from './tell.ts'
import { fireFrom } from './walk.ts'

type Why = { why: 'no progress' | 'holder gone'; alsoTell: string | null }

/** The timer of whoever has it: what shows no progress in time goes on. */
export async function wakeOnTime(ctx: Context, { subject }: Due): Promise<void> {
  const escalation = await holdEscalation(ctx, subject)
  if (escalation?.state !== 'acknowledged' || !isDue(escalation, ctx.now)) return

  const woken = await changeEscalation(ctx.db, escalation, { wokenAt: toDate(ctx.now) })
  await wake(ctx, woken, { why: 'no progress', alsoTell: escalation.holderId })
}

/** Nobody has it any more: the walk goes on, at the step where it was, whose people are told again. */
export async function wake(ctx: Context, escalation: Escalation, { why, alsoTell }: Why): Promise<void> {
  const { id, holderId, step } = escalation
  await stopClocks(ctx, escalation)
  const open = {
    state: 'open',
    holderId: null,
    acknowledgedAt: null,
    progressAt: null,
    round: { increment: 1 },
  } as const
  const awake = await changeEscalation(ctx.db, escalation, open)
  await record(ctx, {
    action: 'escalation.woken',
    subject: `escalation:${id}`,
    detail: { why, holder: holderId, step },
  })
  const walking = await fireFrom(ctx, awake, { step: step ?? 0, repeat: 0 })
  if (alsoTell && !walking.excludedIds.includes(alsoTell)) {
    const beat = { step: walking.step ?? 0, repeat: walking.repeat }
    await tell(ctx, walking, { ...beat, because: 'woken', memberId: alsoTell })
  }
  await redraw(ctx, walking)
  await tellFlow(ctx, { kind: 'woken', escalation: walking })
}
