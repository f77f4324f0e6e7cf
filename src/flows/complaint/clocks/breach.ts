import { toInstant } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import { open } from '../../../escalation/open.ts'
import type { Context, Due } from '../../../flow.ts'
import { isOver, upTo } from '../rules/ledger.ts'
import { writeReference } from '../rules/reference.ts'
import type { Complaint } from '../store/complaints.ts'
import { settingsOf } from '../store/settings.ts'
import { tell } from '../story.ts'
import { lateCard } from './cards/late-card.ts'
import { holdClock } from './hold.ts'
import { addToLedger, type Clock } from './store/clocks.ts'
import { planTimers } from './timers.ts'
import { walkAbout } from './walk-about.ts'

/** A promise was not kept: the ledger has when it came due, everybody hears of it once, and the chain is walked up. */
export async function breachOnTime(ctx: Context, { subject }: Due): Promise<void> {
  const held = await holdClock(ctx, subject)
  if (!held) return
  const { complaint } = held
  const clock = await addToLedger(ctx.db, held.clock, upTo(held.clock.ledger, ctx.now))
  if (!clock.breachedAt || (await isTold(ctx.db, clock))) return

  await planTimers(ctx, complaint, clock)
  const { id: clockId, kind, round, breachedAt } = clock
  const detail = { clock: kind, round, clockId, dueAt: toInstant(breachedAt).toString() }
  await tell(ctx, complaint, { kind: 'breached', detail })
  if (!isOver(clock.state)) await escalate(ctx, complaint, clock)
}

async function escalate(ctx: Context, complaint: Complaint, clock: Clock): Promise<void> {
  const { policyId, calendar } = await settingsOf(ctx.db, ctx.workspace.id)
  await open(ctx, {
    ...walkAbout(clock),
    about: writeReference(complaint.number),
    ownerId: complaint.ownerId,
    excludes: complaint.namedIds,
    ...(policyId && { policyId }),
    card: (locale) => lateCard({ complaint, clock, now: ctx.now }, { locale, timeZone: calendar.timeZone }),
  })
}

const isTold = async (db: Db, { complaintId, id }: Clock): Promise<boolean> =>
  (await db.complaintEntry.findFirst({
    where: { complaintId, kind: 'breached', detail: { path: ['clockId'], equals: id } },
    select: { id: true },
  })) !== null
