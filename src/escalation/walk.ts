import { record } from '../audit/record.ts'
import { toDate } from '../calendar/instant.ts'
import type { Context, Due } from '../flow.ts'
import { isDue, stopClocks, waitFor } from './clockwork.ts'
import { tellFlow } from './news.ts'
import { redraw } from './redraw.ts'
import { type Beat, beatAfter, isExhaustion, stepAfter } from './rules/beats.ts'
import { changeEscalation, type Escalation, lockEscalation } from './store/escalations.ts'
import { recordBeat } from './store/notices.ts'
import { tellAudience } from './tell.ts'

/** The timer of the next step: whoever took it, snoozed it or resolved it while we waited for the row has won. */
export async function stepOnTime(ctx: Context, { subject }: Due): Promise<void> {
  const escalation = await lockEscalation(ctx.db, ctx.workspace.id, subject)
  if (escalation?.state !== 'open' || !isDue(escalation, ctx.now)) return

  const beat = { step: escalation.nextStep, repeat: escalation.nextRepeat }
  if (!escalation.snoozedUntil) {
    await fireFrom(ctx, escalation, beat)
    return
  }
  const awake = await changeEscalation(ctx.db, escalation, { snoozedUntil: null, snoozedById: null })
  await redraw(ctx, await fireFrom(ctx, awake, beat))
}

/** Tells the audience of this beat; a step that finds nobody hands to the next one at once. */
export async function fireFrom(ctx: Context, escalation: Escalation, first: Beat): Promise<Escalation> {
  const { steps } = escalation.policy
  let current = escalation
  for (let beat = first; ; beat = stepAfter(beat)) {
    if (!(await recordBeat(ctx.db, current, { ...beat, at: ctx.now }))) return current
    current = await changeEscalation(ctx.db, current, { ...beat, nextAt: null })
    const reached = await tellAudience(ctx, current, beat)
    if (isExhaustion(beat, steps)) return exhausted(ctx, current, reached)

    const next = beatAfter(beat, steps)
    if (reached > 0 && next) return waitFor(ctx, current, next)
  }
}

async function exhausted(ctx: Context, escalation: Escalation, reached: number): Promise<Escalation> {
  await stopClocks(ctx, escalation)
  const ended = await changeEscalation(ctx.db, escalation, { exhaustedAt: toDate(ctx.now) })
  await record(ctx, { action: 'escalation.exhausted', subject: `escalation:${ended.id}`, detail: { reached } })
  if (reached === 0) ctx.log.error({ escalation: ended.id }, 'An exhausted escalation reached nobody')
  await tellFlow(ctx, { kind: 'exhausted', escalation: ended })
  return ended
}
