import { toDate } from '../../../calendar/instant.ts'
import type { Asking, Context } from '../../../flow.ts'
import { forgetVerdict } from '../after/satisfaction.ts'
import type { Complaint } from '../store/complaints.ts'
import { tell } from '../story.ts'
import { moveTo } from './move.ts'
import { resolveWalks } from './walks.ts'

/** From replied. Why: by hand, the customer is satisfied, or nobody has answered for seven days. */
export async function closeComplaint(
  ctx: Context & Partial<Pick<Asking, 'actor'>>,
  complaint: Complaint,
  why: 'by hand' | 'satisfied' | 'no answer',
): Promise<Complaint> {
  if (complaint.state !== 'replied') return complaint

  const closed = await moveTo(ctx.db, complaint, 'closed', { closedAt: toDate(ctx.now) })
  await resolveWalks(ctx, closed)
  await forgetVerdict(ctx, closed)
  await tell(ctx, closed, { kind: 'closed', detail: { why } })
  return closed
}
