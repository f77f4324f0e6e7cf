import type { Context } from '../../../flow.ts'
import type { Complaint } from '../store/complaints.ts'

/** From replied. Why: by hand, the customer is satisfied, or nobody has answered for seven days. */
export async function closeComplaint(
  _ctx: Context,
  complaint: Complaint,
  _why: 'by hand' | 'satisfied' | 'no answer',
): Promise<Complaint> {
  return complaint
}
