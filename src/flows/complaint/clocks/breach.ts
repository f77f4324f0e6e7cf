import { toInstant } from '../../../calendar/instant.ts'
import type { Locale } from '../../../chat/locale.ts'
import type { Db } from '../../../database/types.ts'
import { frozenPolicy, openAll } from '../../../escalation/open.ts'
import type { Context, Due } from '../../../flow.ts'
import { isOver, upTo } from '../rules/ledger.ts'
import { writeReference } from '../rules/reference.ts'
import { settingsOf } from '../store/settings.ts'
import { tellAll } from '../story.ts'
import { lateCard } from './cards/late-card.ts'
import { type Held, holdClocks } from './hold.ts'
import { addToLedgers, type Clock } from './store/clocks.ts'
import { cancelWarnings } from './timers.ts'
import { walkAbout } from './walk-about.ts'
import { withinReply } from './within-reply.ts'

export const breachOnTime = (ctx: Context, timer: Due): Promise<void> => breachAllOnTime(ctx, [timer])

/**
 * Promises were not kept: the ledgers have when they came due, everybody hears of each once, and the chain is walked up.
 * Where a thousand are late at once they are handled together, as each word with the database costs time.
 */
export async function breachAllOnTime(ctx: Context, timers: readonly Due[]): Promise<void> {
  const late = await unheardOf(ctx, await noted(ctx, timers))
  if (late.length === 0) return
  await cancelWarnings(
    ctx,
    late.map(({ clock }) => clock),
  )
  await tellAll(
    ctx,
    late.map(({ complaint, clock }) => ({ complaint, told: { kind: 'breached', detail: detailOf(clock) } })),
  )
  const due = late.filter(({ clock }) => !isOver(clock.state))
  const covered = await withinReply(
    ctx.db,
    due.map(({ clock }) => clock),
  )
  await escalateAll(
    ctx,
    due.filter(({ clock }) => !covered.has(clock)),
  )
}

/** Those that are late, with that in their ledgers. */
async function noted(ctx: Context, timers: readonly Due[]): Promise<Held[]> {
  const held = await holdClocks(
    ctx,
    timers.map(({ subject }) => subject),
  )
  const grown = held.map(({ clock }) => ({ clock, ledger: upTo(clock.ledger, ctx.now) }))
  const clocks = await addToLedgers(ctx.db, grown)
  return held.flatMap(({ complaint }, index) => {
    const clock = clocks[index]
    return clock?.breachedAt ? { complaint, clock } : []
  })
}

async function unheardOf({ db }: Context, late: readonly Held[]): Promise<Held[]> {
  const told = await toldOf(
    db,
    late.map(({ complaint }) => complaint.id),
  )
  return late.filter(({ clock }) => !told.has(clock.id))
}

/** The clocks of which it was told that they are late. */
async function toldOf(db: Db, complaintIds: readonly string[]): Promise<Set<unknown>> {
  const where = { complaintId: { in: [...complaintIds] }, kind: 'breached' }
  const entries = await db.complaintEntry.findMany({ where, select: { detail: true } })
  return new Set(entries.map(({ detail }) => (detail as { clockId?: string }).clockId))
}

function detailOf({ id: clockId, kind, round, breachedAt }: Clock) {
  return { clock: kind, round, clockId, dueAt: breachedAt && toInstant(breachedAt).toString() }
}

async function escalateAll(ctx: Context, late: readonly Held[]): Promise<void> {
  if (late.length === 0) return
  const { policyId, calendar } = await settingsOf(ctx.db, ctx.workspace.id)
  const policy = await frozenPolicy(ctx, policyId ? { policyId } : {})
  const openings = late.map(({ complaint, clock }) => ({
    ...walkAbout(clock),
    about: writeReference(complaint.number),
    ownerId: complaint.ownerId,
    excludes: complaint.namedIds,
    policy,
    card: (locale: Locale) => lateCard({ complaint, clock, now: ctx.now }, { locale, timeZone: calendar.timeZone }),
  }))
  await openAll(ctx, openings)
}
