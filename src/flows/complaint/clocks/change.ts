import type { Asking, Context } from '../../../flow.ts'
import { breachIn } from '../rules/ledger.ts'
import { begun, type Happening, ledgerAfter } from '../rules/ledger-entries.ts'
import type { Complaint } from '../store/complaints.ts'
import { addToLedger, type Clock, createClock } from './store/clocks.ts'
import { planNews, planTimers } from './timers.ts'

type Acting = Context & Partial<Pick<Asking, 'actor'>>

/** Writes what happens to a clock, and the breach that it finds or makes; its timers follow. */
export async function happens(
  ctx: Acting,
  complaint: Pick<Complaint, 'number'>,
  { clock, ...what }: Omit<Happening, 'at' | 'byId'> & { clock: Clock },
): Promise<Clock> {
  const ledger = ledgerAfter(clock.ledger, { ...what, at: ctx.now, byId: ctx.actor?.id ?? null })
  const changed = await addToLedger(ctx.db, clock, ledger)
  await planTimers(ctx, complaint, changed)
  if (breachIn(ledger) && !breachIn(clock.ledger)) await planNews(ctx, complaint, changed)
  return changed
}

export async function begins(
  ctx: Acting,
  complaint: Complaint,
  { kind, round, ...start }: Pick<Clock, 'kind' | 'round'> & Parameters<typeof begun>[0],
): Promise<void> {
  const ledger = begun({ ...start, byId: ctx.actor?.id ?? null })
  await planTimers(ctx, complaint, await createClock(ctx.db, complaint, { kind, round, ledger }))
}
