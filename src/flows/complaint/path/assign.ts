import type { Context } from '../../../flow.ts'
import type { Complaint } from '../store/complaints.ts'

/** Gives it to this member, who is told; clocks and escalations follow. */
export async function assignTo(
  _ctx: Context,
  complaint: Complaint,
  _to: { ownerId: string; why?: string },
): Promise<Complaint> {
  return complaint
}
