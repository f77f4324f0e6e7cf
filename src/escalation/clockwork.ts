import { Temporal } from 'temporal-polyfill'
import { toDate, toInstant } from '../calendar/instant.ts'
import type { Context } from '../flow.ts'
import { memberById } from '../people/members.ts'
import { cancel, plan, planAll } from '../timers/plan.ts'
import { type Beat, endOf, FIRST_BEAT, waitBefore } from './rules/beats.ts'
import type { Wait } from './rules/policy.ts'
import { hoursOf } from './rules/standing.ts'
import { changeEscalation, type Escalation } from './store/escalations.ts'

const STEP = 'escalation.step'
const IDLE = 'escalation.idle'

/** Those that have just been made, and hold already when their first beat comes. */
export const planFirst = (ctx: Context, escalations: readonly Escalation[]): Promise<void> =>
  planAll(
    ctx,
    escalations.flatMap(({ id, about, nextAt }) =>
      nextAt ? { kind: STEP, subject: id, at: toInstant(nextAt), about } : [],
    ),
  )

/** When the first beat of a walk that begins now comes. */
export const firstAt = (ctx: Context, { ownerId, policy }: Pick<Escalation, 'ownerId' | 'policy'>) =>
  endFor(ctx, ownerId, waitBefore(FIRST_BEAT, policy.steps))

/** The next beat comes when its wait is over, from now on. */
export async function waitFor(ctx: Context, escalation: Escalation, beat: Beat): Promise<Escalation> {
  const wait = waitBefore(beat, escalation.policy.steps)
  return fireAt(ctx, escalation, { ...beat, at: await endFor(ctx, escalation.ownerId, wait) })
}

export async function fireAt(
  ctx: Context,
  escalation: Escalation,
  { step, repeat, at }: Beat & { at: Temporal.Instant },
): Promise<Escalation> {
  await plan(ctx, { kind: STEP, subject: escalation.id, at, about: escalation.about })
  return changeEscalation(ctx.db, escalation, { nextStep: step, nextRepeat: repeat, nextAt: toDate(at) })
}

/** Whoever has it is given the policy's time, from now on; it wakes up for that reason once in a walk. */
export async function giveTime(ctx: Context, escalation: Escalation): Promise<Escalation> {
  const { holderId, policy, wokenAt } = escalation
  if (!holderId || wokenAt) return changeEscalation(ctx.db, escalation, { nextAt: null })
  return wakeAt(ctx, escalation, await endFor(ctx, holderId, policy.progress))
}

export async function wakeAt(ctx: Context, escalation: Escalation, at: Temporal.Instant): Promise<Escalation> {
  await plan(ctx, { kind: IDLE, subject: escalation.id, at, about: escalation.about })
  return changeEscalation(ctx.db, escalation, { nextAt: toDate(at) })
}

/** Nothing happens by itself any more. */
export async function stopClocks(ctx: Context, { id }: Escalation): Promise<void> {
  await cancel(ctx, STEP, id)
  await cancel(ctx, IDLE, id)
}

/** Whether what was planned is due; it may have been moved while somebody else held the row. */
export const isDue = ({ nextAt }: Escalation, now: Temporal.Instant): boolean =>
  nextAt !== null && Temporal.Instant.compare(toInstant(nextAt), now) <= 0

/** By that member's own working hours where working time counts. */
async function endFor(ctx: Context, memberId: string, wait: Wait): Promise<Temporal.Instant> {
  if (wait.clock === 'calendar') return ctx.now.add({ minutes: wait.minutes })
  const member = await memberById(ctx.db, ctx.workspace.id, memberId)
  return member ? endOf(wait, ctx.now, hoursOf(member)) : ctx.now.add({ minutes: wait.minutes })
}
