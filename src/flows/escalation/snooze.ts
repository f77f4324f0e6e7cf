import type { Temporal } from 'temporal-polyfill'
import { UserError } from '../../errors.ts'
import { inAnHour, MOST_SNOOZES, snooze, tomorrowMorning } from '../../escalation/snooze.ts'
import { type Asking, nothing, type Reply } from '../../flow.ts'
import { concerned, mustBeOpen } from './concerned.ts'
import { walkWords } from './messages/walk.ts'

export const snoozeAnHour = (ctx: Asking, id: string): Promise<Reply> => snoozeUntil(ctx, id, inAnHour(ctx.now))

/** By the clock of whoever presses. */
export const snoozeToTomorrow = (ctx: Asking, id: string): Promise<Reply> =>
  snoozeUntil(ctx, id, tomorrowMorning(ctx.now, ctx.actor))

async function snoozeUntil(ctx: Asking, id: string, until: Temporal.Instant): Promise<Reply> {
  const { escalation } = await concerned(ctx, id)
  await mustBeOpen(ctx, escalation)
  if (escalation.snoozes >= MOST_SNOOZES) throw new UserError(walkWords[ctx.locale].enough(MOST_SNOOZES))

  await snooze(ctx, escalation, { by: ctx.actor, until })
  return nothing
}
