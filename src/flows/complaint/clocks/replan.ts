import { isDeepStrictEqual } from 'node:util'
import { record } from '../../../audit/record.ts'
import type { WorkingHours } from '../../../calendar/working-time.ts'
import type { Context } from '../../../flow.ts'
import { payloadOf, plan } from '../../../timers/plan.ts'
import { isOver, newest } from '../rules/ledger.ts'
import { complaintById } from '../store/complaints.ts'
import { addEntries } from '../store/entries.ts'
import { settingsOf } from '../store/settings.ts'
import { tell } from '../story.ts'
import { happens } from './change.ts'
import { type Clock, clocksOfAll } from './store/clocks.ts'
import { complaintsInWorkingTime, type Held, holdComplaints } from './store/working.ts'

/** So many are done and told at once. */
const FEW = 25
/** So many at a time where there are more. */
const BATCH = 50
const TIMER = { kind: 'complaint.replan', subject: 'working hours' }

type Telling = (ctx: Context, complaint: Held, clocks: readonly string[]) => Promise<void>

/**
 * The working hours are others than before: what is unfinished in working time gets them from now on, with what was used
 * before as it was measured. Where there are many it takes a while, by timer. Returns how many complaints it begins with.
 */
export async function replanClocks(ctx: Context): Promise<number> {
  await holdReplanning(ctx)
  const ids = await complaintsInWorkingTime(ctx.db, ctx.workspace.id, { after: '', most: FEW + 1 })
  if (ids.length > FEW) await plan(ctx, { ...TIMER, at: ctx.now, payload: { after: '' } })
  else await replanAll(ctx, ids, tellReplanned)
  return ids.length
}

/** Goes on where the timer says once it is held: the hours may have been edited again meanwhile. */
export async function replanOnTime(ctx: Context): Promise<void> {
  await holdReplanning(ctx)
  const progress = (await payloadOf(ctx, TIMER.kind, TIMER.subject)) as { after: string } | null
  if (!progress) return
  const ids = await complaintsInWorkingTime(ctx.db, ctx.workspace.id, { after: progress.after, most: BATCH })
  await replanAll(ctx, ids, noteReplanned)
  const last = ids.at(-1)
  if (last && ids.length === BATCH) await plan(ctx, { ...TIMER, at: ctx.now, payload: { after: last } })
}

async function holdReplanning({ db, workspace }: Context): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`complaint clocks ${workspace.id}`}))`
}

async function replanAll(ctx: Context, complaintIds: readonly string[], telling: Telling): Promise<void> {
  const { calendar } = await settingsOf(ctx.db, ctx.workspace.id)
  const held = await holdComplaints(ctx.db, complaintIds)
  const clocks = await clocksOfAll(ctx.db, complaintIds)
  for (const complaint of held) {
    const own = clocks.filter(({ complaintId, state }) => complaintId === complaint.id && !isOver(state))
    const moved = await replan(ctx, complaint, { clocks: own, calendar })
    if (moved.length > 0) await telling(ctx, complaint, moved)
  }
}

/** Which of its clocks are due at another time than before. */
async function replan(
  ctx: Context,
  complaint: Held,
  { clocks, calendar }: { clocks: readonly Clock[]; calendar: WorkingHours },
): Promise<string[]> {
  const moved: string[] = []
  for (const clock of clocks) {
    const { minutes, time, calendar: before, dueAt } = newest(clock.ledger)
    if (time !== 'working' || isDeepStrictEqual(before, calendar)) continue
    const after = await happens(ctx, complaint, { clock, event: 'replanned', terms: { minutes, time, calendar } })
    if (!newest(after.ledger).dueAt.equals(dueAt)) moved.push(clock.kind)
  }
  return moved
}

const tellReplanned: Telling = async (ctx, { id }, clocks) => {
  const complaint = await complaintById(ctx.db, ctx.workspace.id, id)
  if (complaint) await tell(ctx, complaint, { kind: 'replanned', detail: { clocks: [...clocks] } })
}

/** On the record alone: thousands of messages in a channel would keep the new ones waiting for hours. */
const noteReplanned: Telling = async (ctx, complaint, clocks) => {
  const detail = { clocks: [...clocks] }
  await addEntries(ctx, [{ kind: 'replanned', complaintId: complaint.id, detail, byId: null }])
  await record(ctx, { action: 'complaint.replanned', subject: `complaint:${complaint.id}`, detail })
}
