import type { Context } from '../../../flow.ts'
import { cancel, cancelAll, plan } from '../../../timers/plan.ts'
import { breachIn, newest, stateOf } from '../rules/ledger.ts'
import { warnInstant } from '../rules/ledger-entries.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import type { Clock } from './store/clocks.ts'

type Numbered = Pick<Complaint, 'number'>

const WARN = 'complaint.warn'
const BREACH = 'complaint.breach'

/** The owner is warned and the breach noted when the ledger says so; the news of one that is on it are left to come. */
export async function planTimers(ctx: Context, { number }: Numbered, clock: Clock): Promise<void> {
  const { id: subject, ledger, warnedAt } = clock
  const about = writeReference(number)
  const warnAt = warnedAt ? null : warnInstant(ledger)
  if (warnAt) await plan(ctx, { kind: WARN, subject, at: warnAt, about })
  else await cancel(ctx, WARN, subject)

  if (breachIn(ledger)) return
  if (stateOf(ledger) === 'running') await plan(ctx, { kind: BREACH, subject, at: newest(ledger).dueAt, about })
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
export const planNews = (ctx: Context, { number }: Numbered, { id }: Clock): Promise<void> =>
  plan(ctx, { kind: BREACH, subject: id, at: ctx.now, about: writeReference(number) })
