import { Temporal } from 'temporal-polyfill'
import { toInstant } from '../calendar/instant.ts'
import type { Context } from '../flow.ts'
import { fireAt, wakeAt } from './clockwork.ts'
import { beatAfter, FIRST_BEAT } from './rules/beats.ts'
import { type Escalation, lockEscalation, withoutTimer } from './store/escalations.ts'

/** What has lost the timer that it waits for gets it again, for now where its time is past. Returns how many. */
export async function repair(ctx: Context): Promise<number> {
  let repaired = 0
  for (const id of await withoutTimer(ctx.db, ctx.workspace.id)) {
    const escalation = await lockEscalation(ctx.db, ctx.workspace.id, id)
    const isStill = (await withoutTimer(ctx.db, ctx.workspace.id, id)).length > 0
    if (!escalation || !isStill) continue
    await windUp(ctx, escalation)
    repaired++
  }
  return repaired
}

async function windUp(ctx: Context, escalation: Escalation): Promise<void> {
  const { state, nextAt, nextStep, nextRepeat } = escalation
  const planned = nextAt ? toInstant(nextAt) : ctx.now
  const at = Temporal.Instant.compare(planned, ctx.now) > 0 ? planned : ctx.now
  if (state === 'acknowledged') await wakeAt(ctx, escalation, at)
  else
    await fireAt(ctx, escalation, { ...(nextAt ? { step: nextStep, repeat: nextRepeat } : lostBeat(escalation)), at })
}

/** What comes after what has fired, where nothing tells what should come. */
function lostBeat({ step, repeat, policy }: Escalation) {
  const fired = step === null ? null : { step, repeat }
  return (fired && beatAfter(fired, policy.steps)) ?? FIRST_BEAT
}
