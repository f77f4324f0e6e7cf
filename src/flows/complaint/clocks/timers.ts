import { z } from 'zod'
import type { Context } from '../../../flow.ts'
import { cancel, cancelAll, plan } from '../../../timers/plan.ts'
import { breachIn, newest, stateOf } from '../rules/ledger.ts'
import { warnInstant } from '../rules/ledger-entries.ts'
import { writeReference } from '../rules/reference.ts'
import { CLOCK_KINDS, type ClockKind } from '../rules/targets.ts'
import type { Complaint } from '../store/complaints.ts'
import type { Clock } from './store/clocks.ts'

type Numbered = Pick<Complaint, 'number'>

const WARN = 'complaint.warn'
const BREACH = 'complaint.breach'
const Carried = z.object({ clock: z.enum(CLOCK_KINDS) })

/** The owner is warned and the breach noted when the ledger says so; the news of one that is on it are left to come. */
export async function planTimers(ctx: Context, { number }: Numbered, clock: Clock): Promise<void> {
  const { id: subject, ledger, warnedAt } = clock
  const named = { about: writeReference(number), payload: carriedBy(clock) }
  const warnAt = warnedAt ? null : warnInstant(ledger)
  if (warnAt) await plan(ctx, { kind: WARN, subject, at: warnAt, ...named })
  else await cancel(ctx, WARN, subject)

  if (breachIn(ledger)) return
  if (stateOf(ledger) === 'running') await plan(ctx, { kind: BREACH, subject, at: newest(ledger).dueAt, ...named })
  else await cancel(ctx, BREACH, subject)
}

/** Nobody is to be warned of what is late; the news of it is on its way. */
export const cancelWarnings = (ctx: Context, clocks: readonly Clock[]): Promise<void> =>
  cancelAll(
    ctx,
    WARN,
    clocks.map(({ id }) => id),
  )

/** It is late: people are told right after this, whatever happens to the clock meanwhile. */
export const planNews = (ctx: Context, { number }: Numbered, clock: Clock): Promise<void> =>
  plan(ctx, {
    ...{ kind: BREACH, subject: clock.id, at: ctx.now },
    ...{ about: writeReference(number), payload: carriedBy(clock) },
  })

/** A complaint has two clocks: which of them it is about. */
const carriedBy = ({ kind }: Clock) => ({ clock: kind })

/** By the clock that a timer is about; null where it was planned before timers told. */
export const forClock =
  <Said>(said: Record<ClockKind, Said>) =>
  (payload: unknown): Said | null => {
    const { success, data } = Carried.safeParse(payload)
    return success ? said[data.clock] : null
  }
