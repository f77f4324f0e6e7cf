import type { Context } from '../../../flow.ts'
import { type Complaint, lockComplaint, lockComplaints } from '../store/complaints.ts'
import { type Clock, clocksOfAll, clocksOfOne, complaintOfClock, complaintsOfClocks } from './store/clocks.ts'

export type Held = { complaint: Complaint; clock: Clock }

/** The clock as it stands once nobody else can change its complaint; null when it is gone. */
export async function holdClock(ctx: Context, clockId: string): Promise<Held | null> {
  const complaintId = await complaintOfClock(ctx.db, ctx.workspace.id, clockId)
  const complaint = complaintId ? await lockComplaint(ctx.db, ctx.workspace.id, complaintId) : null
  const clock = complaint && (await clocksOfOne(ctx.db, complaint)).find(({ id }) => id === clockId)
  return complaint && clock ? { complaint, clock } : null
}

/** The same for many, in the order of their ids here; those that are gone are absent. */
export async function holdClocks(ctx: Context, clockIds: readonly string[]): Promise<Held[]> {
  const complaintIds = await complaintsOfClocks(ctx.db, ctx.workspace.id, clockIds)
  const complaints = await lockComplaints(ctx.db, ctx.workspace.id, complaintIds)
  const byId = new Map(complaints.map((complaint) => [complaint.id, complaint]))
  const clocks = await clocksOfAll(ctx.db, [...byId.keys()])
  return clockIds.flatMap((id) => {
    const clock = clocks.find((one) => one.id === id)
    const complaint = clock && byId.get(clock.complaintId)
    return clock && complaint ? { complaint, clock } : []
  })
}
