import type { Context } from '../../../flow.ts'
import { type Complaint, lockComplaint } from '../store/complaints.ts'
import { type Clock, clocksOfOne, complaintOfClock } from './store/clocks.ts'

/** The clock as it stands once nobody else can change its complaint; null when it is gone. */
export async function holdClock(ctx: Context, clockId: string): Promise<{ complaint: Complaint; clock: Clock } | null> {
  const complaintId = await complaintOfClock(ctx.db, ctx.workspace.id, clockId)
  const complaint = complaintId ? await lockComplaint(ctx.db, ctx.workspace.id, complaintId) : null
  const clock = complaint && (await clocksOfOne(ctx.db, complaint)).find(({ id }) => id === clockId)
  return complaint && clock ? { complaint, clock } : null
}
