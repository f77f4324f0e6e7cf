import type { Context } from '../../../flow.ts'
import type { Complaint } from '../store/complaints.ts'

/** From replied or closed: there is a new reply to give, and no survey or closing comes any more. */
export async function reopenComplaint(_ctx: Context, complaint: Complaint, _why: string): Promise<Complaint> {
  return complaint
}
