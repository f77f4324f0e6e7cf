import type { Temporal } from 'temporal-polyfill'
import { record } from '../audit/record.ts'
import { toDate, toInstant } from '../calendar/instant.ts'
import { localDateOf, occurrenceOn } from '../calendar/occurrences.ts'
import type { Member } from '../database/types.ts'
import type { Context } from '../flow.ts'
import { fireAt } from './clockwork.ts'
import { redraw } from './redraw.ts'
import { changeEscalation, type Escalation } from './store/escalations.ts'

/** Then somebody has to take it, or it goes up. */
export const MOST_SNOOZES = 3

export type Snooze = { by: Member; until: Temporal.Instant }

export const inAnHour = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: 1 })

export const tomorrowMorning = (now: Temporal.Instant, { timeZone }: Member): Temporal.Instant =>
  occurrenceOn(localDateOf(now, timeZone).add({ days: 1 }), '09:00', timeZone)

/** The walk rests until then, or until whoever snoozed it longer; then the step where it was fires again. */
export async function snooze(ctx: Context, escalation: Escalation, { by, until }: Snooze): Promise<Escalation> {
  const { id, snoozedUntil, step, nextStep } = escalation
  const isLonger = !snoozedUntil || until.epochMilliseconds > snoozedUntil.getTime()
  const at = isLonger ? until : toInstant(snoozedUntil)
  const resting = await changeEscalation(ctx.db, escalation, {
    round: { increment: 1 },
    snoozes: { increment: 1 },
    snoozedUntil: toDate(at),
    ...(isLonger && { snoozedById: by.id }),
    exhaustedAt: null,
  })
  await record(ctx, { action: 'escalation.snoozed', subject: `escalation:${id}`, detail: { until: at.toString() } })
  const planned = await fireAt(ctx, resting, { step: step ?? nextStep, repeat: 0, at })
  await redraw(ctx, planned)
  return planned
}
