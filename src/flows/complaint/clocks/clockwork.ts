import type { Temporal } from 'temporal-polyfill'
import { toInstant } from '../../../calendar/instant.ts'
import type { Db } from '../../../database/types.ts'
import { setOwner } from '../../../escalation/owner.ts'
import { resolve } from '../../../escalation/resolve.ts'
import type { Asking, Context } from '../../../flow.ts'
import { newest, readLedger } from '../rules/ledger.ts'
import { CLOCK_KINDS, type ClockKind as Kind } from '../rules/targets.ts'
import type { Complaint } from '../store/complaints.ts'
import { begins, happens } from './change.ts'
import { type Clock, clocksOfAll, clocksOfOne, setWarned, unfinishedOf } from './store/clocks.ts'
import { presentTerms } from './terms.ts'
import { walkAbout } from './walk-about.ts'

export type ClockKind = Kind
/** How a clock stands at an instant, as cards show it. */
export type ClockFace = {
  kind: ClockKind
  round: number
  state: 'running' | 'paused' | 'met' | 'stopped'
  dueAt: Temporal.Instant
  promisedAt: Temporal.Instant
  breachedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  /** Of its own time (calendar or working): how long it may run, has run, and is left (negative when it is breached). */
  minutes: number
  usedMinutes: number
  leftMinutes: number
  time: 'calendar' | 'working'
}
type Acting = Context & Partial<Pick<Asking, 'actor'>>

/** The clocks of every round, the oldest first; acknowledge before reply. */
export const clocksOf = async (db: Db, complaint: Complaint, now: Temporal.Instant): Promise<ClockFace[]> =>
  (await clocksOfOne(db, complaint)).map((clock) => faceOf(clock, now))

/** The same for many, by the complaint's id. */
export async function clocksOfMany(
  db: Db,
  complaintIds: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, ClockFace[]>> {
  const faces = new Map<string, ClockFace[]>(complaintIds.map((id) => [id, []]))
  for (const clock of await clocksOfAll(db, complaintIds)) faces.get(clock.complaintId)?.push(faceOf(clock, now))
  return faces
}

function faceOf({ kind, round, ledger }: Clock, now: Temporal.Instant): ClockFace {
  const { terms, segments: _, pausedMinutes: __, ...reading } = readLedger(ledger, now)
  const { minutes, time } = terms
  return { kind, round, ...reading, minutes, time, leftMinutes: minutes - reading.usedMinutes }
}

/** When it is filed: both clocks start. */
export async function startClocks(ctx: Acting, complaint: Complaint): Promise<void> {
  const terms = await presentTerms(ctx, complaint)
  const at = toInstant(complaint.receivedAt)
  for (const kind of CLOCK_KINDS) await begins(ctx, complaint, { kind, round: 1, at, terms: terms(kind) })
}

/** What was promised has been done, in time or late; what has not been started or is over stays as it is. */
export async function meetClock(ctx: Acting, complaint: Complaint, kind: ClockKind): Promise<void> {
  for (const clock of await unfinishedOf(ctx.db, complaint)) {
    if (clock.kind === kind) await ends(ctx, complaint, { clock, event: 'met' })
  }
}

/** The complaint ends without it: merged, withdrawn. */
export async function stopClocks(ctx: Acting, complaint: Complaint, reason: string): Promise<void> {
  for (const clock of await unfinishedOf(ctx.db, complaint))
    await ends(ctx, complaint, { clock, event: 'stopped', reason })
}

/** Its severity or type is another one. */
export async function retargetClocks(ctx: Acting, complaint: Complaint): Promise<void> {
  const termsNow = await presentTerms(ctx, complaint)
  for (const clock of await unfinishedOf(ctx.db, complaint)) {
    const terms = termsNow(clock.kind)
    const { minutes, time } = newest(clock.ledger)
    if (terms.minutes === minutes && terms.time === time) continue
    // Another promise: its owner is warned of it anew.
    if (clock.warnedAt) await setWarned(ctx.db, clock, null)
    await happens(ctx, complaint, { clock: { ...clock, warnedAt: null }, event: 'retargeted', terms })
  }
}

/** It was reopened: there is a new reply to give. */
export async function restartReply(ctx: Acting, complaint: Complaint): Promise<void> {
  const kind = 'reply'
  const rounds = (await clocksOfOne(ctx.db, complaint)).filter((clock) => clock.kind === kind)
  if (rounds.some(({ state }) => state === 'running' || state === 'paused')) return
  const terms = await presentTerms(ctx, complaint)
  await begins(ctx, complaint, { kind, round: rounds.length + 1, at: ctx.now, terms: terms(kind) })
}

/** Whose a walk about this complaint is has changed. */
export async function reassignClocks(ctx: Context, complaint: Complaint): Promise<void> {
  for (const clock of await unfinishedOf(ctx.db, complaint)) await setOwner(ctx, walkAbout(clock), complaint.ownerId)
}

async function ends(
  ctx: Acting,
  complaint: Complaint,
  what: { clock: Clock; event: 'met' | 'stopped'; reason?: string },
): Promise<void> {
  await happens(ctx, complaint, what)
  await resolve(ctx, walkAbout(what.clock), ctx.actor)
}
